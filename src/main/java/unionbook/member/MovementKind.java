package unionbook.member;

/**
 * How a person enters or leaves a unit; the words are the codes of the list
 * movement_type.
 */
enum MovementKind {

	OPENING, IN_ADMISSION, IN_RECOGNITION, IN_TRANSFER_INTERNAL, IN_TRANSFER_EXTERNAL, IN_RETURN, IN_RESTRUCTURE,
	IN_CORRECTION, OUT_TRANSFER_INTERNAL, OUT_TRANSFER_EXTERNAL, OUT_RETIREMENT, OUT_LEFT_JOB, OUT_VOLUNTARY,
	OUT_REMOVED, OUT_EXPELLED, OUT_DECEASED, OUT_SUSPENDED, OUT_UNIT_ENDED, OUT_RESTRUCTURE, OUT_CORRECTION;

	boolean out() {
		return name().startsWith("OUT_");
	}

}
