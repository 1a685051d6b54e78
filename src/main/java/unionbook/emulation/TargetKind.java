package unionbook.emulation;

import java.util.List;

/** What a target measures. */
enum TargetKind {

	/** A part of a named whole, in percent. */
	PERCENT,
	/** A number of things. */
	COUNT,
	/** A sum of money, in đồng. */
	AMOUNT,
	/** Done or not. */
	BOOLEAN,
	/** Not later than a day. */
	DEADLINE,
	/** A title that is to be won. */
	TITLE,
	/** Judged in words. */
	QUALITATIVE;

	/** Whether a number decides. */
	boolean measured() {
		return this == PERCENT || this == COUNT || this == AMOUNT;
	}

	/** The operators that make sense here, the usual one first. */
	List<TargetOperator> operators() {
		if (measured()) {
			return TargetOperator.OF_NUMBERS;
		}
		return List.of((this == DEADLINE) ? TargetOperator.BY_DATE : TargetOperator.MET);
	}

}
