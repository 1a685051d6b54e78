package unionbook.reorganisation;

/** What a decision does to units; the words are the messages reorganisation.kind.*. */
enum Kind {

	/** A new unit under a superior. */
	FOUND("FOUNDED"),

	/** Another name. */
	RENAME("RENAMED"),

	/** Another kind, code, host body or funding. */
	CHANGE("CHANGED"),

	/** Another superior, with everything below (chuyển trực thuộc). */
	REPARENT("REPARENTED"),

	/** Units end, their people go to one that lives on (sáp nhập). */
	ABSORB("ABSORBED"),

	/** Units end, their people go to a new one (hợp nhất). */
	CONSOLIDATE("CONSOLIDATED"),

	/** A unit ends, its people go to several (chia). */
	DIVIDE("DIVIDED"),

	/** Some people of a unit that lives on go to new ones (tách). */
	SPLIT_OFF("SPLIT_OFF"),

	/** A lower kind of union or of host body (hạ cấp). */
	DOWNGRADE("DOWNGRADED"),

	/** A unit ends; people not assigned elsewhere end with it (giải thể, kết thúc). */
	END("ENDED"),

	/** An ended unit lives again from a day on. */
	REOPEN("REOPENED");

	private final String event;

	Kind(String event) {
		this.event = event;
	}

	/** The code of the list unit_event under which a unit's history tells it. */
	String event() {
		return this.event;
	}

	/** Whether its units no longer exist afterwards. */
	public boolean ends() {
		return this == ABSORB || this == CONSOLIDATE || this == DIVIDE || this == END;
	}

	/** Whether one unit goes on with other facts or under another superior. */
	public boolean alters() {
		return this == RENAME || this == CHANGE || this == REPARENT || this == DOWNGRADE;
	}

	/** Whether its targets are new units. */
	boolean founds() {
		return this == FOUND || this == CONSOLIDATE || this == DIVIDE || this == SPLIT_OFF;
	}

	/** Whether people go from one unit to another. */
	boolean moves() {
		return ends() || this == SPLIT_OFF;
	}

}
