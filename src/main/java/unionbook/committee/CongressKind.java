package unionbook.committee;

/** How a body came about. */
enum CongressKind {

	/** Everybody was called (đại hội toàn thể). */
	PLENARY,
	/** Delegates were called (đại hội đại biểu). */
	DELEGATE,
	/** A conference, of the committee or of the staff (hội nghị). */
	CONFERENCE,
	/** Nobody voted: the body was appointed (chỉ định). */
	APPOINTMENT

}
