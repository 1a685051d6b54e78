package unionbook.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.access.Accounts;
import unionbook.member.IdentityVault;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.reorganisation.DemoDecision;
import unionbook.shared.AccountId;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFounding;

/** Loads the demonstration on the first start, in one transaction, and tells where to sign in. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

	private static final LocalDate GRANTED = LocalDate.of(1995, 1, 1);

	private final DemoData data;

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final TransactionTemplate transaction;

	private final Environment environment;

	private final String password;

	private final DemoMerger merger;

	private final boolean merging;

	DemoStart(JdbcClient jdbc, IdentityVault vault, Accounts accounts, PlatformTransactionManager transactions,
			Environment environment, UnitFounding founding, DemoDecision decisions,
			@Value("${unionbook.demo.password}") String password, @Value("${unionbook.demo.merger}") boolean merging) {
		this.jdbc = jdbc;
		this.data = new DemoData(jdbc, (member, number) -> {
			IdentityVault.Sealed sealed = vault.seal(new MemberId(member), number);
			return new IdentitySeal.Sealed(sealed.cipher(), sealed.hash());
		});
		this.accounts = accounts;
		this.transaction = new TransactionTemplate(transactions);
		this.environment = environment;
		this.password = password;
		this.merger = new DemoMerger(founding, decisions);
		this.merging = merging;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		List<Grant> grants = new ArrayList<>();
		grants.add(new Grant(Role.OPERATOR, null, false));
		this.data.roots().forEach((root) -> grants.add(new Grant(Role.MINISTRY_ADMIN, new UnitId(root), true)));
		grants.add(new Grant(Role.MINISTRY_ADMIN, DemoMerger.root(), true));
		CurrentActor.runAs(new Actor(null, "demo", "demo", grants), () -> {
			this.transaction.executeWithoutResult((status) -> load());
			if (this.merging) {
				this.merger.carryOut();
			}
			return true;
		});
		LOG.info("""

				UnionBook runs at http://localhost:{}
				  quantri.khdt  canbo.khdt  cdcs.khdt.c01  khach.khdt   Ministry of Planning and Investment
				  quantri.bct   canbo.bct   cdcs.bct.c01   khach.bct    Ministry of Industry and Trade
				  quantri.btc   canbo.btc                  khach.btc    Ministry of Finance
				  vanhanh                                               operator
				  password of all: {}
				""", this.environment.getProperty("local.server.port", "8080"), this.password);
	}

	private void load() {
		if (!this.data.loaded()) {
			this.jdbc.sql("set local statement_timeout = 0").update();
			this.data.load(this.merging ? this.merger.lastDays() : Map.of());
			if (this.merging) {
				this.merger.found();
			}
			openAccounts();
		}
	}

	private void openAccounts() {
		for (NamedCsvRecord row : new Facts().table("accounts.csv")) {
			if (!this.merging && DemoMerger.root().equals(unit(row))) {
				continue;
			}
			AccountId account = this.accounts.open(row.getField("username"), row.getField("name"), this.password);
			this.accounts.grant(account, Role.valueOf(row.getField("role")), unit(row),
					Boolean.parseBoolean(row.getField("subtree")), GRANTED);
		}
	}

	private static @Nullable UnitId unit(NamedCsvRecord row) {
		String ministry = row.getField("ministry");
		String code = row.getField("unit");
		if (ministry.isEmpty()) {
			return null;
		}
		return new UnitId(code.isEmpty() ? DemoIds.ministry(ministry) : DemoIds.unit(ministry, code));
	}

}
