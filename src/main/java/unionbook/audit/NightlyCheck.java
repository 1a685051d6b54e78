package unionbook.audit;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

/** Checks all chains each night and raises the alarm on a broken link. */
@Component
class NightlyCheck {

	private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);

	private static final String NAME = "audit-check";

	private final JdbcClient jdbc;

	private final ChainChecks checks;

	NightlyCheck(JdbcClient jdbc, ChainChecks checks) {
		this.jdbc = jdbc;
		this.checks = checks;
	}

	/** Every tree of units on its own, then what belongs to none. */
	@Scheduled(cron = "0 0 3 * * *", zone = "Asia/Ho_Chi_Minh")
	void check() {
		for (UUID top : tops()) {
			tell(Actor.system(NAME, new UnitId(top)));
		}
		tell(new Actor(null, NAME, NAME, List.of(new Grant(Role.OPERATOR, null, false))));
	}

	private void tell(Actor actor) {
		ChainChecks.State state = CurrentActor.runAs(actor, this.checks::check);
		state.chains()
			.stream()
			.filter((chain) -> chain.broken() != null)
			.forEach((chain) -> LOG.error("audit_chain_broken chain={} number={} at={}", chain.chain(), chain.broken(),
					chain.brokenAt()));
		LOG.info("Audit checked: {} entries in {} chains, sound until {}", state.entries(), state.chains().size(),
				state.until());
	}

	/** The units nobody stands above; the reach is no secret and behind no wall. */
	private List<UUID> tops() {
		return this.jdbc.sql("""
				select r.root_id from unit_reach r
				where r.root_id = r.unit_id and not exists (
					select from unit_reach above where above.unit_id = r.root_id and above.root_id <> r.root_id)
				order by 1""").query(UUID.class).list();
	}

}
