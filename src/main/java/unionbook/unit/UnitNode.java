package unionbook.unit;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import unionbook.platform.UnitFigures.Figure;
import unionbook.shared.Share;

/**
 * A unit on a day with what stood below it.
 *
 * @param unit its facts
 * @param living whether it existed on the day
 * @param ending how it ended, when it did before the day
 * @param own the people counted in the unit itself, or null when it has none
 * @param women women of the members in the unit and in everything below it
 * @param below how many living units stand below it, at all depths
 * @param children the units directly below that are shown, living ones first, by code
 * @param folded whether units stand below that are not read here, nor their people
 * counted
 * @param next the code after which more units stand directly below, or null
 */
record UnitNode(UnitRow unit, boolean living, @Nullable Ending ending, @Nullable Figure own, Share women, long below,
		List<UnitNode> children, boolean folded, @Nullable String next) {

	/** A unit nothing has been counted in yet. */
	static UnitNode bare(UnitRow unit, boolean living, @Nullable Ending ending) {
		return new UnitNode(unit, living, ending, null, new Share(0, 0), 0, List.of(), false, null);
	}

	/** A unit of a tree too large to be read whole, whose children are asked for. */
	static UnitNode folded(UnitRow unit) {
		return new UnitNode(unit, true, null, null, new Share(0, 0), 0, List.of(), true, null);
	}

	/** The same unit with some of its children, and where the others begin. */
	UnitNode level(List<UnitNode> some, @Nullable String more) {
		return new UnitNode(this.unit, this.living, this.ending, null, this.women, 0, some, true, more);
	}

	/** The same unit with its own people and everything below it. */
	UnitNode filled(@Nullable Figure counted, List<UnitNode> all) {
		Share alone = (counted == null) ? new Share(0, 0) : counted.women();
		Share sum = all.stream().map(UnitNode::women).reduce(alone, UnitNode::add);
		long living = all.stream().mapToLong((child) -> child.below() + (child.living() ? 1 : 0)).sum();
		return new UnitNode(this.unit, this.living, this.ending, counted, sum, living, all, false, null);
	}

	/** The same unit with the same figures, with less shown below it. */
	UnitNode showing(List<UnitNode> kept) {
		return new UnitNode(this.unit, this.living, this.ending, this.own, this.women, this.below, kept, this.folded,
				this.next);
	}

	Share ownWomen() {
		return (this.own == null) ? new Share(0, 0) : this.own.women();
	}

	/** This unit and everything shown below, from the top down. */
	Stream<UnitNode> all() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(UnitNode::all));
	}

	static Share add(Share one, Share other) {
		return new Share(one.part() + other.part(), one.whole() + other.whole());
	}

}
