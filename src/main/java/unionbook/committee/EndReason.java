package unionbook.committee;

import java.util.List;

/** Why somebody no longer sits in a body. */
enum EndReason {

	RESIGNED, RETIRED, TRANSFERRED, LEFT_UNION, REMOVED, DECEASED, OTHER, ROLE_CHANGED, TERM_ENDED, UNIT_ENDED;

	/** The reasons an officer gives; the others follow from something else. */
	static final List<EndReason> GIVEN = List.of(RESIGNED, RETIRED, TRANSFERRED, LEFT_UNION, REMOVED, DECEASED, OTHER);

}
