package unionbook.access;

import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.platform.Role;
import unionbook.shared.AccountId;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitFounding;

/** Makes the first ministry union and its administrator, once. */
@Service
class Setup {

	private final SetupLink link;

	private final UnitFounding founding;

	private final Accounts accounts;

	private final DayClock clock;

	Setup(SetupLink link, UnitFounding founding, Accounts accounts, DayClock clock) {
		this.link = link;
		this.founding = founding;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** The caller acts with a grant on the new unit's id, for nobody can hold one yet. */
	@Transactional
	void make(UnitId unit, SetupForm form) {
		if (!this.link.use()) {
			throw new NotFound();
		}
		this.founding.found(unit, null,
				new UnitFacts(text(form.getUnitCode()), text(form.getUnitName()), "CD_BO", "KHAC", "ADMIN"),
				Decision.NONE, Objects.requireNonNull(form.getFoundedOn()));
		AccountId account = this.accounts.open(text(form.getUsername()), text(form.getDisplayName()),
				text(form.getPassword()));
		this.accounts.grant(account, Role.MINISTRY_ADMIN, unit, true, this.clock.today());
	}

	private static String text(@org.jspecify.annotations.Nullable String value) {
		return Objects.requireNonNull(value);
	}

}
