package unionbook.unit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/**
 * What one grant of the actor shows of the organisation.
 *
 * @param root the unit of the grant with everything below it
 * @param trail its superiors, from the top down, without itself
 * @param mayAdd whether the actor may found a unit directly under it
 * @param filter what of it is shown
 */
record Branch(UnitNode root, List<Superior> trail, boolean mayAdd, OrganisationFilter filter) {

	/** Whether it is too large to be read whole: then it is shown level by level. */
	public boolean large() {
		return this.root.folded();
	}

	/** The tree with what matches and, to stand on, what is above it. */
	public @Nullable UnitNode tree() {
		return large() ? this.root : kept(this.root).orElse(null);
	}

	/** The rows of the table. */
	public List<UnitNode> rows() {
		return this.root.all()
			.filter(this::shown)
			.sorted(UnitOrder.by(this.filter.column(), this.filter.descending()))
			.toList();
	}

	/** Everybody in the rows, each person once though a unit contains those below it. */
	public Share total() {
		return this.filter.narrowed() ? total(this.root) : this.root.women();
	}

	/** The members who stand in the root itself and so in none of the rows. */
	public Share direct() {
		return (this.filter.narrowed() || this.root.children().isEmpty()) ? new Share(0, 0) : this.root.ownWomen();
	}

	/** Whether some unit contains another one, so that the rows count people twice. */
	public boolean nested() {
		return this.root.children().stream().anyMatch((child) -> !child.children().isEmpty());
	}

	/**
	 * The root is the sum of the rows, so it is a row only alone or when its kind is
	 * asked for.
	 */
	private boolean shown(UnitNode node) {
		return this.filter.matches(node)
				&& (node != this.root || this.root.children().isEmpty() || this.filter.kind() != null);
	}

	private Share total(UnitNode node) {
		return shown(node) ? node.women()
				: node.children().stream().map(this::total).reduce(new Share(0, 0), UnitNode::add);
	}

	private Optional<UnitNode> kept(UnitNode node) {
		List<UnitNode> children = node.children().stream().flatMap((child) -> kept(child).stream()).toList();
		return Stream.of(node.showing(children))
			.filter((copy) -> !children.isEmpty() || this.filter.matches(node))
			.findFirst();
	}

}
