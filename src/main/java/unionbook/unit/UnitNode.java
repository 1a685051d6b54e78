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
 * @param children the units directly below, living ones first, by code
 */
record UnitNode(UnitRow unit, boolean living, @Nullable Ending ending, @Nullable Figure own, List<UnitNode> children) {

	/** Women of the members in the unit and in everything below it. */
	public Share women() {
		return Stream.concat(Stream.of(ownWomen()), this.children.stream().map(UnitNode::women))
			.reduce(new Share(0, 0), UnitNode::add);
	}

	public Share ownWomen() {
		return (this.own == null) ? new Share(0, 0) : this.own.women();
	}

	/** How many living units stand below, at all depths. */
	public long below() {
		return this.children.stream().mapToLong((child) -> child.below() + (child.living() ? 1 : 0)).sum();
	}

	/** This unit and everything below, from the top down. */
	Stream<UnitNode> all() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(UnitNode::all));
	}

	UnitNode with(List<UnitNode> kept) {
		return new UnitNode(this.unit, this.living, this.ending, this.own, kept);
	}

	static Share add(Share one, Share other) {
		return new Share(one.part() + other.part(), one.whole() + other.whole());
	}

}
