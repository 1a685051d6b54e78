package unionbook.shared;

/**
 * A person's name: as written, in its three parts, and in the forms lists are sorted and
 * searched by. Vietnamese lists run by given name, then surname, then middle words.
 *
 * @param fullName the whole name as written, composed
 * @param surname họ
 * @param middle tên đệm, possibly empty
 * @param given tên
 */
public record PersonName(String fullName, String surname, String middle, String given) {

	/**
	 * Splits a name in the usual way: first word, words between, last word. A single word
	 * is a given name.
	 * @param fullName the whole name
	 * @return the name in parts
	 * @throws IllegalArgumentException if nothing is left after cleaning
	 */
	public static PersonName of(String fullName) {
		String clean = VietnameseText.normalize(fullName);
		if (clean.isEmpty()) {
			throw new IllegalArgumentException("a name has at least one word");
		}
		int first = clean.indexOf(' ');
		int last = clean.lastIndexOf(' ');
		if (first < 0) {
			return new PersonName(clean, "", "", clean);
		}
		String middle = (first == last) ? "" : clean.substring(first + 1, last);
		return new PersonName(clean, clean.substring(0, first), middle, clean.substring(last + 1));
	}

	/**
	 * The surname in sort form.
	 * @return the first sort key after the given name
	 */
	public String surnameSort() {
		return VietnameseText.sortForm(this.surname);
	}

	/**
	 * The middle words in sort form.
	 * @return the last sort key
	 */
	public String middleSort() {
		return VietnameseText.sortForm(this.middle);
	}

	/**
	 * The given name in sort form.
	 * @return the first sort key
	 */
	public String givenSort() {
		return VietnameseText.sortForm(this.given);
	}

	/**
	 * The whole name folded for searching.
	 * @return the search key
	 */
	public String searchKey() {
		return VietnameseText.fold(this.fullName);
	}

}
