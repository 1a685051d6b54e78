package unionbook.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Actor;
import unionbook.platform.Grant;
import unionbook.platform.RequestFacts;
import unionbook.shared.AuditedEvent;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

/**
 * An entry before it is chained; its parts are named as the journal's statement names
 * them.
 */
record Entry(UUID id, @Nullable UUID account, String actor, @Nullable String actorName, @Nullable String grantRole,
		@Nullable UUID grantUnit, @Nullable String address, @Nullable String request, String action, String kind,
		@Nullable UUID subject, @Nullable UUID unit, @Nullable LocalDate day, @Nullable String reason,
		Map<String, Change> changes) {

	static Entry of(AuditedEvent event, @Nullable Actor actor, RequestFacts request) {
		UnitId unit = event.unit();
		Grant grant = (actor == null) ? null : grant(actor, unit);
		return new Entry(Ids.next(), (actor == null || actor.account() == null) ? null : actor.account().value(),
				(actor == null) ? "" : actor.username(), (actor == null) ? null : actor.displayName(),
				(grant == null) ? null : grant.role().name(),
				(grant == null || grant.unit() == null) ? null : grant.unit().value(), request.address(),
				request.requestId(), event.action(), event.subjectKind(), event.subject(),
				(unit == null) ? null : unit.value(), event.effectiveOn(), event.reason(), event.changes());
	}

	/** The grant acted under: the one on the very unit, else the first. */
	private static @Nullable Grant grant(Actor actor, @Nullable UnitId unit) {
		return actor.grants()
			.stream()
			.filter((grant) -> Objects.equals(grant.unit(), unit))
			.findFirst()
			.orElse(actor.grants().isEmpty() ? null : actor.grants().getFirst());
	}

}
