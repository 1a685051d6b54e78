package unionbook.emulation;

/**
 * Where a pledge stands in its year; so far DRAFT → SIGNED → CLOSED, and CANCELLED from
 * either of the first two.
 */
enum PledgeStatus {

	DRAFT, CONSULTING, READY, SIGNED, MIDYEAR_REVIEWED, SELF_ASSESSED, VERIFIED, RANKED, CLOSED, CANCELLED;

	/** Whether the text may still be written. */
	public boolean open() {
		return compareTo(SIGNED) < 0;
	}

	/** Whether results may be recorded: signed, and the year not closed. */
	boolean running() {
		return compareTo(SIGNED) >= 0 && compareTo(CLOSED) < 0;
	}

}
