package unionbook.audit;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.platform.DayClock;

/**
 * The log as a reader sees it.
 *
 * @param query what was asked
 * @param record the record it is narrowed to, or null
 * @param whole whether the reader may read the whole log
 * @param rows the lines
 * @param firstHref the newest lines, or null
 * @param previousHref newer lines, or null
 * @param nextHref older lines, or null
 * @param xlsxHref the same as a workbook
 * @param csvHref the same as text
 * @param allHref the log without filters
 * @param units the units to choose from
 * @param people the accounts to choose from
 * @param state how sound the chains are, or null where the reader sees only a part
 */
record AuditPage(AuditQuery query, AuditLog.@Nullable Record record, boolean whole, List<Row> rows,
		@Nullable String firstHref, @Nullable String previousHref, @Nullable String nextHref, String xlsxHref,
		String csvHref, String allHref, List<AuditLog.Record> units, List<AuditLog.Record> people,
		ChainChecks.@Nullable State state) {

	/** The groups of actions to choose from. */
	public List<AuditAction.Group> groups() {
		return AuditAction.GROUPS;
	}

	/** How many filters are in use. */
	public int active() {
		return this.query.texts().size();
	}

	/**
	 * A line.
	 *
	 * @param line the entry that leads it
	 * @param action what was done, in words
	 * @param reason why, in words
	 * @param changes what changed, empty for a line of many
	 * @param objectHref the record, or null
	 * @param openHref its entries one by one, or null for a line of one
	 */
	record Row(AuditLine line, String action, @Nullable String reason, List<AuditWords.Changed> changes,
			@Nullable String objectHref, @Nullable String openHref) {

		/** What the reason is to be called. */
		public String reasonKey() {
			return switch (this.line.action()) {
				case "access.denied" -> "audit.reason.page";
				case "account.sign-in-refused" -> "audit.reason.typed";
				default -> "audit.column.reason";
			};
		}

		/** When it was written, in Vietnam. */
		public ZonedDateTime at() {
			return zoned(this.line.recordedAt());
		}

	}

	static ZonedDateTime zoned(Instant moment) {
		return moment.atZone(DayClock.ZONE);
	}

}
