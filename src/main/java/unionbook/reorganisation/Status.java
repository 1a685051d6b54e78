package unionbook.reorganisation;

/** How far a reorganisation is; the words are the messages reorganisation.status.*. */
enum Status {

	DRAFT, EXECUTED, UNDONE

}
