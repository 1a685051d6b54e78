package unionbook.unit;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import unionbook.platform.UnitFigures.Figure;
import unionbook.shared.PersonName;
import unionbook.shared.Share;

/** The orders a table of units can stand in; what has no value stands last either way. */
final class UnitOrder {

	private static final List<String> COLUMNS = List.of("code", "name", "members", "women", "share", "chair");

	private UnitOrder() {
	}

	static boolean knows(String column) {
		return COLUMNS.contains(column);
	}

	static Comparator<UnitNode> by(String column, boolean descending) {
		Collator words = Collator.getInstance(Locale.of("vi", "VN"));
		Comparator<UnitNode> order = switch (column) {
			case "name" -> Comparator.comparing((node) -> node.unit().name(), words);
			case "members" -> Comparator.comparingLong((node) -> node.women().whole());
			case "women" -> Comparator.comparingLong((node) -> node.women().part());
			case "share" -> (one, other) -> compare(one.women(), other.women());
			case "chair" -> Comparator.comparing(UnitOrder::chair, words);
			default -> Comparator.comparing((node) -> node.unit().code());
		};
		return Comparator.comparing((UnitNode node) -> missing(node, column))
			.thenComparing(descending ? order.reversed() : order)
			.thenComparing((node) -> node.unit().code());
	}

	private static boolean missing(UnitNode node, String column) {
		return switch (column) {
			case "members", "women" -> !node.living();
			case "share" -> node.women().whole() == 0;
			case "chair" -> chairName(node) == null;
			default -> false;
		};
	}

	/** Compared exactly, never by rounded percents. */
	private static int compare(Share one, Share other) {
		return Long.compare(one.part() * other.whole(), other.part() * one.whole());
	}

	/** Names of people run by given name, then surname, then middle words. */
	private static String chair(UnitNode node) {
		String full = chairName(node);
		if (full == null) {
			return "";
		}
		PersonName name = PersonName.of(full);
		return name.givenSort() + " " + name.surnameSort() + " " + name.middleSort();
	}

	private static @Nullable String chairName(UnitNode node) {
		Figure own = node.own();
		return (own == null) ? null : own.chairName();
	}

}
