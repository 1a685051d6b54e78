package unionbook.member;

/**
 * Why a membership ends, and the movement it is counted as; the words are the codes of
 * the list leave_reason.
 */
enum LeaveReason {

	RETIREMENT(MovementKind.OUT_RETIREMENT), RESIGNATION(MovementKind.OUT_LEFT_JOB),
	DOWNSIZING(MovementKind.OUT_LEFT_JOB), TRANSFER_EXTERNAL(MovementKind.OUT_TRANSFER_EXTERNAL),
	OWN_REQUEST(MovementKind.OUT_VOLUNTARY), DUES_UNPAID(MovementKind.OUT_REMOVED),
	EXPULSION(MovementKind.OUT_EXPELLED), DEATH(MovementKind.OUT_DECEASED), UNIT_ENDED(MovementKind.OUT_UNIT_ENDED),
	UNPAID_LEAVE(MovementKind.OUT_SUSPENDED), SI_BENEFIT(MovementKind.OUT_SUSPENDED),
	DATA_ERROR(MovementKind.OUT_CORRECTION);

	private final MovementKind movement;

	LeaveReason(MovementKind movement) {
		this.movement = movement;
	}

	MovementKind movement() {
		return this.movement;
	}

}
