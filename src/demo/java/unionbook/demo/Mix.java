package unionbook.demo;

import java.util.ArrayList;
import java.util.List;

/** Values with weights, to be drawn from. */
final class Mix {

	private final List<String> values = new ArrayList<>();

	private final List<Integer> sums = new ArrayList<>();

	private int sum;

	void add(String value, double weight) {
		this.sum += (int) Math.round(weight * 10);
		this.values.add(value);
		this.sums.add(this.sum);
	}

	List<String> values() {
		return this.values;
	}

	String draw(Dice dice) {
		int drawn = dice.below(this.sum);
		int place = 0;
		while (this.sums.get(place) <= drawn) {
			place++;
		}
		return this.values.get(place);
	}

}
