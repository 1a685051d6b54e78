package unionbook.committee;

/** What somebody is in a body; each body has its own words for it. */
enum SeatRole {

	/** Chủ tịch, Chủ nhiệm, Trưởng ban, Tổ trưởng. */
	CHAIR,
	/** Phó Chủ tịch Thường trực. */
	PERMANENT_DEPUTY,
	/** Phó Chủ tịch, Phó Chủ nhiệm, Phó Trưởng ban, Tổ phó. */
	DEPUTY,
	/** Ủy viên, thành viên. */
	MEMBER

}
