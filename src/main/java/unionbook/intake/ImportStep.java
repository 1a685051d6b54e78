package unionbook.intake;

/** The pieces of an import's work, as they are told while it goes on. */
enum ImportStep {

	READING, COMPARING, WRITING, RECORDING

}
