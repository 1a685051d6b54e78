package unionbook.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Decision;
import unionbook.shared.Gender;

/**
 * Something that happened to a member on a day.
 *
 * @param title the message key of what happened
 * @param list the code list of the values before and after, empty for free text
 * @param before the value until then, or null
 * @param after the value from then on, or null
 * @param unit where, or null
 * @param counterpart from or to where, or null
 * @param reason the code of the reason for leaving, or null
 */
record TimelineEvent(LocalDate day, String title, String list, @Nullable String before, @Nullable String after,
		@Nullable String unit, @Nullable String counterpart, @Nullable String reason, Decision decision) {

	/**
	 * The movements, and what changed between one stretch in a unit and the next, newest
	 * first. Of a pair one half is told.
	 */
	static List<TimelineEvent> of(List<Stay> stays, List<Move> moves, boolean sensitive) {
		List<TimelineEvent> events = new ArrayList<>();
		for (Move move : moves) {
			if (move.pairId() != null && move.kind() == MovementKind.IN_CORRECTION) {
				corrected(move, stays, events);
			}
			else if (move.pairId() == null || !tellsOtherHalf(move, moves)) {
				events.add(new TimelineEvent(move.effectiveOn(), "codes.movement_type." + move.kind(), "", null, null,
						move.unitName(), move.counterpart(), move.reason(), move.decision()));
			}
		}
		for (int i = 1; i < stays.size(); i++) {
			between(stays.get(i - 1), stays.get(i), sensitive, events);
		}
		return events.stream().sorted(Comparator.comparing(TimelineEvent::day).reversed()).toList();
	}

	private static boolean tellsOtherHalf(Move move, List<Move> moves) {
		return move.kind() == MovementKind.OUT_CORRECTION || move.kind().out() && moves.stream()
			.anyMatch((other) -> !other.kind().out() && Objects.equals(move.pairId(), other.pairId()));
	}

	/**
	 * A gender turned back where a membership ends only balances the ledger and is no
	 * event.
	 */
	private static void corrected(Move move, List<Stay> stays, List<TimelineEvent> events) {
		if (stays.stream().anyMatch((stay) -> stay.period().includes(move.effectiveOn()))) {
			Gender wrong = (move.gender() == Gender.MALE) ? Gender.FEMALE : Gender.MALE;
			events.add(new TimelineEvent(move.effectiveOn(), "member.field.gender", "gender", wrong.name(),
					move.gender().name(), move.unitName(), null, null, move.decision()));
		}
	}

	private static void between(Stay before, Stay after, boolean sensitive, List<TimelineEvent> events) {
		if (!before.unit().equals(after.unit()) || !after.period().from().equals(before.period().to())) {
			return;
		}
		Standing was = before.standing();
		Standing is = after.standing();
		changed(after, "position", was.position(), is.position(), events);
		changed(after, "unionPosition", was.unionPosition(), is.unionPosition(), events);
		changed(after, "department", was.department(), is.department(), events);
		changed(after, "education", was.education(), is.education(), events);
		if (sensitive) {
			changed(after, "partyStatus", was.partyStatus(), is.partyStatus(), events);
		}
	}

	private static void changed(Stay stay, String field, @Nullable String before, @Nullable String after,
			List<TimelineEvent> events) {
		if (!Objects.equals(before, after)) {
			events.add(new TimelineEvent(stay.period().from(), "member.field." + field, Facts.list(field), before,
					after, stay.unitName(), null, null, Decision.NONE));
		}
	}

}
