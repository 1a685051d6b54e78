package unionbook.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import unionbook.shared.Decision;

/** Gives the movements their decisions: signed some days before, numbered through each year in the order of signing. */
final class Decisions {

	private static final Set<String> UNDECIDED = Set.of("OPENING", "OUT_DECEASED");

	private record Signed(LocalDate day, int place) {
	}

	private Decisions() {
	}

	static List<Move> number(List<Move> moves, DemoMinistry ministry) {
		Dice dice = new Dice(moves.size());
		List<Signed> signed = new ArrayList<>();
		for (int place = 0; place < moves.size(); place++) {
			Move move = moves.get(place);
			// the second half of a transfer rests on the decision of the first
			boolean second = move.kind().equals("IN_TRANSFER_INTERNAL");
			if (!UNDECIDED.contains(move.kind()) && !second) {
				signed.add(new Signed(Dice.workday(move.day().minusDays(dice.between(4, 18))), place));
			}
		}
		signed.sort(Comparator.comparing(Signed::day).thenComparingInt(Signed::place));
		List<Move> decided = new ArrayList<>(moves);
		Map<UUID, Decision> pairs = new HashMap<>();
		Map<Integer, Integer> numbers = new HashMap<>(Map.of(History.OPENING.getYear() - 1, 286));
		for (Signed item : signed) {
			int number = numbers.merge(item.day().getYear(), 1, Integer::sum);
			Decision decision = new Decision(number + ministry.decisionSuffix(), item.day(), ministry.signer());
			Move move = moves.get(item.place());
			decided.set(item.place(), move.decided(decision));
			if (move.pair() != null) {
				pairs.put(move.pair(), decision);
			}
		}
		decided.replaceAll((move) -> {
			Decision decision = (move.decision() == null && move.pair() != null) ? pairs.get(move.pair()) : null;
			return (decision == null) ? move : move.decided(decision);
		});
		return decided;
	}

}
