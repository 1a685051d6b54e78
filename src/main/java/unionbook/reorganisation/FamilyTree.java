package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import unionbook.reorganisation.Lineage.Edge;
import unionbook.reorganisation.Lineage.Node;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * A family tree as it is drawn: a column for each generation, the decisions in between.
 *
 * @param width of the drawing, in pixels
 * @param height of the drawing, in pixels
 * @param boxes the units
 * @param marks the decisions
 * @param lines the paths that join them, in the words of SVG
 */
record FamilyTree(int width, int height, List<Box> boxes, List<Mark> marks, List<String> lines) {

	static final int BOX_WIDTH = 236;

	static final int BOX_HEIGHT = 88;

	static final int MARK_WIDTH = 132;

	static final int MARK_HEIGHT = 62;

	private static final int GAP = 48;

	private static final int COLUMN = BOX_WIDTH + MARK_WIDTH + 2 * GAP;

	private static final int ROW = BOX_HEIGHT + 20;

	private static final int MARK_ROW = MARK_HEIGHT + 12;

	private static final int LETTERS = 29;

	private static final int NAME_LINES = 3;

	static FamilyTree of(Lineage lineage, UnitId self) {
		List<Deed> deeds = deeds(lineage.edges());
		Map<Integer, List<Node>> columns = new TreeMap<>();
		lineage.nodes()
			.forEach((node) -> columns.computeIfAbsent(node.generation(), (key) -> new ArrayList<>()).add(node));
		int tallest = columns.values().stream().mapToInt(List::size).max().orElse(1) * ROW;
		Map<Integer, List<Deed>> deedsBefore = new TreeMap<>();
		Map<UnitId, Integer> generation = new HashMap<>();
		lineage.nodes().forEach((node) -> generation.put(node.unit(), node.generation()));
		for (Deed deed : deeds) {
			int first = deed.to().stream().mapToInt((unit) -> generation.getOrDefault(unit, 1)).min().orElse(1);
			deedsBefore.computeIfAbsent(first, (key) -> new ArrayList<>()).add(deed);
		}
		int height = Math.max(tallest, deedsBefore.values().stream().mapToInt(List::size).max().orElse(0) * MARK_ROW)
				+ 8;

		Map<UnitId, Integer> middle = new HashMap<>();
		List<Box> boxes = new ArrayList<>();
		columns.forEach((column, nodes) -> {
			List<Node> ordered = nodes.stream()
				.sorted(Comparator.comparingDouble((Node node) -> wanted(node.unit(), lineage.edges(), middle)))
				.toList();
			int y = (height - nodes.size() * ROW) / 2 + (ROW - BOX_HEIGHT) / 2;
			for (Node node : ordered) {
				boxes.add(new Box(node, 2 + column * COLUMN, y, wrap(node.name()), node.unit().equals(self)));
				middle.put(node.unit(), y + BOX_HEIGHT / 2);
				y += ROW;
			}
		});
		Map<UnitId, Integer> left = new HashMap<>();
		boxes.forEach((box) -> left.put(box.node().unit(), box.x()));

		List<Mark> marks = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		deedsBefore.forEach((column, placed) -> {
			int x = 2 + column * COLUMN - GAP - MARK_WIDTH;
			int lowest = 0;
			List<Deed> ordered = placed.stream()
				.sorted(Comparator.comparingDouble((deed) -> deed.middle(middle)))
				.toList();
			for (int i = 0; i < ordered.size(); i++) {
				Deed deed = ordered.get(i);
				int room = height - (ordered.size() - i) * MARK_ROW;
				int y = Math.max(lowest, Math.min(room, (int) deed.middle(middle) - MARK_HEIGHT / 2));
				lowest = y + MARK_ROW;
				marks.add(new Mark(x, y, deed.event(), deed.decision(), deed.day()));
				int centre = y + MARK_HEIGHT / 2;
				deed.from()
					.forEach((unit) -> lines
						.add(curve(left.getOrDefault(unit, 0) + BOX_WIDTH, middle.getOrDefault(unit, 0), x, centre)));
				deed.to()
					.forEach((unit) -> lines
						.add(curve(x + MARK_WIDTH, centre, left.getOrDefault(unit, 0), middle.getOrDefault(unit, 0))));
			}
		});
		return new FamilyTree((columns.size() - 1) * COLUMN + BOX_WIDTH + 4, height, boxes, marks, lines);
	}

	/**
	 * Edges of one decision that share their successor are drawn as one deed, and so are
	 * those of a unit that became several.
	 */
	private static List<Deed> deeds(List<Edge> edges) {
		Map<List<Object>, Long> successors = new HashMap<>();
		edges.forEach((edge) -> successors.merge(List.of(edge.from(), edge.day(), edge.event()), 1L, Long::sum));
		Map<List<Object>, Deed> deeds = new LinkedHashMap<>();
		for (Edge edge : edges) {
			boolean divided = successors.getOrDefault(List.of(edge.from(), edge.day(), edge.event()), 0L) > 1;
			List<Object> key = List.of(divided ? "from" : "to", divided ? edge.from() : edge.to(), edge.day(),
					edge.event());
			Deed deed = deeds.computeIfAbsent(key, (one) -> new Deed(new LinkedHashSet<>(), new LinkedHashSet<>(),
					edge.event(), edge.decision(), edge.day()));
			deed.from().add(edge.from());
			deed.to().add(edge.to());
		}
		return List.copyOf(deeds.values());
	}

	/** Beside what it came from, so that lines seldom cross. */
	private static double wanted(UnitId unit, List<Edge> edges, Map<UnitId, Integer> middle) {
		return edges.stream()
			.filter((edge) -> edge.to().equals(unit))
			.mapToInt((edge) -> middle.getOrDefault(edge.from(), 0))
			.average()
			.orElse(0);
	}

	private static String curve(int x, int y, int toX, int toY) {
		int bend = Math.max(16, (toX - x) / 2);
		return "M%d %dC%d %d %d %d %d %d".formatted(x, y, x + bend, y, toX - bend, toY, toX, toY);
	}

	/** A name in at most three lines; more of it stands in the table. */
	static List<String> wrap(String name) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : name.split(" ")) {
			if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		if (lines.size() > NAME_LINES) {
			lines.set(NAME_LINES - 1, lines.get(NAME_LINES - 1) + "…");
		}
		return List.copyOf(lines.subList(0, Math.min(NAME_LINES, lines.size())));
	}

	/**
	 * A unit in its place.
	 *
	 * @param node the unit
	 * @param x from the left
	 * @param y from above
	 * @param name its name in lines
	 * @param self whether the tree is asked for it
	 */
	record Box(Node node, int x, int y, List<String> name, boolean self) {
	}

	/**
	 * A decision in its place.
	 *
	 * @param x from the left
	 * @param y from above
	 * @param event a code of the list unit_event
	 * @param decision the paper
	 * @param day the first day of the new state
	 */
	record Mark(int x, int y, String event, Decision decision, LocalDate day) {
	}

	private record Deed(Set<UnitId> from, Set<UnitId> to, String event, Decision decision, LocalDate day) {

		double middle(Map<UnitId, Integer> middles) {
			return java.util.stream.Stream.concat(this.from.stream(), this.to.stream())
				.mapToInt((unit) -> middles.getOrDefault(unit, 0))
				.average()
				.orElse(0);
		}

	}

}
