package unionbook.intake;

/** How a list tells the gender of its people, and whether it came from this book. */
enum Layout {

	/** An export of a roster. */
	OWN_EXPORT,

	/** One column for the gender. */
	GENDER_COLUMN,

	/**
	 * The birth date, or a cross, under "Nam" or under "Nữ", as in form 5b of 38/HD-TLĐ.
	 */
	SPLIT_BIRTH

}
