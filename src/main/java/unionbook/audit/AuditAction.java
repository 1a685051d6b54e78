package unionbook.audit;

import java.util.List;

/** The actions the log can be narrowed to, grouped by what they are done to. */
final class AuditAction {

	/** Each group with its actions, in the order of the page. */
	static final List<Group> GROUPS = List.of(
			new Group("member", "admitted", "changed", "transferred", "left", "returned", "imported", "import-undone"),
			new Group("import", "received", "committed", "undone", "discarded"), new Group("roster", "exported"),
			new Group("unit", "founded", "changed", "corrected", "ended", "reopened"),
			new Group("reorganisation", "drafted", "discarded", "executed", "undone", "checked"),
			new Group("pledge", "drafted", "addendum", "changed", "signed", "result", "closed", "cancelled"),
			new Group("committee", "began", "corrected", "seated", "unseated", "dismissed", "ended", "exported"),
			new Group("account", "signed-in", "sign-in-refused", "signed-out", "bulk-read"),
			new Group("access", "denied"), new Group("audit", "exported", "verified"));

	private AuditAction() {
	}

	/** The actions a group or an action stands for, empty when it is unknown. */
	static List<String> of(String asked) {
		return GROUPS.stream()
			.flatMap((group) -> group.key().equals(asked) ? group.actions().stream()
					: group.actions().stream().filter(asked::equals))
			.toList();
	}

	/**
	 * Actions done to one kind of thing.
	 *
	 * @param key the group
	 * @param actions its actions, such as member.changed
	 */
	record Group(String key, List<String> actions) {

		private Group(String key, String... verbs) {
			this(key, List.of(verbs).stream().map((verb) -> key + '.' + verb).toList());
		}

	}

}
