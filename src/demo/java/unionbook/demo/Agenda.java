package unionbook.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is going to happen on which day; things of one day happen in the order in which they were planned. */
final class Agenda {

	private record Item(LocalDate day, int sequence, Consumer<LocalDate> act) {
	}

	private final PriorityQueue<Item> items = new PriorityQueue<>(
			Comparator.comparing(Item::day).thenComparingInt(Item::sequence));

	private int sequence;

	void plan(LocalDate day, Consumer<LocalDate> act) {
		this.items.add(new Item(day, this.sequence++, act));
	}

	/** Lets everything before a day happen, also what is planned meanwhile. */
	void runBefore(LocalDate day) {
		for (Item item = this.items.peek(); item != null && item.day().isBefore(day); item = this.items.peek()) {
			this.items.remove();
			item.act().accept(item.day());
		}
	}

}
