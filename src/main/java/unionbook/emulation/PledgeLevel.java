package unionbook.emulation;

/** Between whom a pledge is made. */
enum PledgeLevel {

	MINISTRY_JOINT, UNIT_JOINT, BLOCK, GROUP, INDIVIDUAL;

	/** The kind of unit that stands for a whole ministry. */
	static final String MINISTRY_UNION = "CD_BO";

	/** The level a unit of some kind pledges at. */
	static PledgeLevel of(String unitKind) {
		return MINISTRY_UNION.equals(unitKind) ? MINISTRY_JOINT : UNIT_JOINT;
	}

	/** Whether a unit of some kind may pledge at this level. */
	boolean fits(String unitKind) {
		return switch (this) {
			case MINISTRY_JOINT -> MINISTRY_UNION.equals(unitKind);
			case UNIT_JOINT -> !MINISTRY_UNION.equals(unitKind);
			case BLOCK, GROUP, INDIVIDUAL -> true;
		};
	}

	/** Whether a unit has one such pledge a year. */
	public boolean onceAYear() {
		return this == MINISTRY_JOINT || this == UNIT_JOINT;
	}

}
