package unionbook.reorganisation;

/** How far a reorganisation is. */
enum Status {

	DRAFT, EXECUTED, UNDONE

}
