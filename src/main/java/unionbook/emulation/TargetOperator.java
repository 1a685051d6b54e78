package unionbook.emulation;

import java.util.List;

/** How what was achieved is compared with what was promised. */
enum TargetOperator {

	GE, GT, LE, LT, EQ, BETWEEN, BY_DATE, MET;

	static final List<TargetOperator> OF_NUMBERS = List.of(GE, GT, LE, LT, EQ, BETWEEN);

	/** Whether more can only make it worse: once broken it stays broken. */
	boolean limits() {
		return this == LE || this == LT;
	}

}
