package unionbook.member;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.UnitScope;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

/**
 * Compares whole lists with the book: each row by the rules of the form of one person,
 * all rows with all people in a fixed number of statements.
 */
@Service
public class MemberIntake {

	private final MemberForms forms;

	private final IdentityVault vault;

	private final UnitScope scope;

	private final DayClock clock;

	private final JdbcClient client;

	private final JdbcOperations jdbc;

	MemberIntake(MemberForms forms, IdentityVault vault, UnitScope scope, DayClock clock, JdbcClient client,
			JdbcOperations jdbc) {
		this.forms = forms;
		this.vault = vault;
		this.scope = scope;
		this.clock = clock;
		this.client = client;
		this.jdbc = jdbc;
	}

	/**
	 * Holds the rules of one person against a row of a list.
	 * @param given texts by form field; what is empty is not given
	 * @return the facts, or what is wrong
	 */
	public CheckedRow check(Map<String, String> given) {
		MemberId id = MemberId.next();
		TypedForm form = this.forms.typed(given);
		Listed listed = this.forms.listed(form);
		if (listed == null) {
			return new CheckedRow(id.value(), Map.of(), form.faults());
		}
		IdentityNumber identity = listed.identity();
		return CheckedRow.of(id.value(), listed, (identity == null) ? null : this.vault.seal(id, identity.digits()));
	}

	/**
	 * Stages the rows of a list and says of each what it means for the book.
	 * @param run the run they belong to; rows it had before are replaced
	 * @param unit the unit of the run
	 * @param reading hands over all rows
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void compare(UUID run, UnitId unit, Consumer<IntakeStaging> reading) {
		IntakeStaging staging = new IntakeStaging(this.jdbc, run, unit.value());
		reading.accept(staging);
		staging.close();
		this.jdbc.update("delete from import_row where run_id = ?", run);
		this.jdbc.execute(IntakeMatching.PAIRS_TABLE);
		this.jdbc.execute(IntakeMatching.MATCHES_TABLE);
		pairs(this.clock.today());
		this.jdbc.execute("analyze import_pair");
		this.jdbc.update(IntakeMatching.MATCHES);
		this.jdbc.execute("analyze import_match");
		this.client.sql(IntakeMatching.VERDICTS).param("today", this.clock.today()).update();
		this.jdbc.execute("drop table import_draft, import_pair, import_match");
		this.jdbc.execute("analyze import_row");
	}

	/**
	 * Asks once more whom new rows may mean.
	 */
	void ask(UUID run, LocalDate today) {
		this.jdbc.execute("create temp table import_draft (like import_row) on commit drop");
		this.jdbc.update("insert into import_draft select * from import_row where run_id = ? and verdict = 'NEW'", run);
		this.jdbc.execute("analyze import_draft");
		this.jdbc.execute(IntakeMatching.PAIRS_TABLE);
		pairs(today);
	}

	private void pairs(LocalDate today) {
		this.client.sql(IntakeMatching.PAIRS).param("units", this.scope.units()).param("today", today).update();
	}

}
