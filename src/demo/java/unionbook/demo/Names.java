package unionbook.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import unionbook.shared.Gender;

/** Names as they are met in an office of a ministry: common surnames often, Thị and Văn the more the older. */
final class Names {

	private final Facts facts;

	private final Dice dice;

	private final List<String> usual;

	Names(Facts facts, Dice dice) {
		this.facts = facts;
		this.dice = dice;
		this.usual = facts.mix("usual").values();
	}

	String draw(Gender gender, int birthYear) {
		while (true) {
			List<String> words = new ArrayList<>();
			words.add(this.facts.mix("surname").draw(this.dice));
			boolean common = this.dice.percent(usualMiddle(gender, birthYear));
			if (common) {
				words.add(this.usual.get(gender.ordinal()));
			}
			// 3 words about 60 %, 4 words 35 %, 2 words 4 %
			if (this.dice.percent(common ? 45 : 94)) {
				words.add(this.facts.mix("middle." + gender).draw(this.dice));
			}
			if (!common && words.size() == 2 && this.dice.percent(25)) {
				words.add(this.facts.mix("middle." + gender).draw(this.dice));
			}
			words.add(this.facts.mix("given." + gender).draw(this.dice));
			// nobody is called by one word twice
			if (new LinkedHashSet<>(words).size() == words.size()) {
				return String.join(" ", words);
			}
		}
	}

	/** How many in a hundred carry Thị or Văn: women 70 born before 1985, 35 after 1995; men 30 and 12. */
	private static int usualMiddle(Gender gender, int birthYear) {
		int years = Math.clamp(birthYear - 1985, 0, 10);
		return (gender == Gender.FEMALE) ? 70 - years * 35 / 10 : 30 - years * 18 / 10;
	}

}
