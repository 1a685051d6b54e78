package unionbook.audit;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.platform.UnitScope;

/** Checks all chains each night and raises the alarm on a broken link. */
@Component
class NightlyCheck {

	private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);

	private static final String NAME = "audit-check";

	private final UnitScope scope;

	private final ChainChecks checks;

	NightlyCheck(UnitScope scope, ChainChecks checks) {
		this.scope = scope;
		this.checks = checks;
	}

	/** Every tree of units on its own, then what belongs to none. */
	@Scheduled(cron = "0 0 3 * * *", zone = "Asia/Ho_Chi_Minh")
	void check() {
		this.scope.tops().forEach((top) -> tell(Actor.system(NAME, top)));
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

}
