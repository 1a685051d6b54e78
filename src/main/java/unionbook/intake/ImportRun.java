package unionbook.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.platform.DayClock;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * One file for one unit, from upload to its end.
 *
 * @param id the run
 * @param unit the unit whose list it is
 * @param actor who sent it
 * @param fileName the name it came with
 * @param status how far it is
 * @param sheets the names of its sheets
 * @param recognised how the file is read
 * @param step the piece of work it is at
 * @param done how many rows are behind
 * @param message what the last piece of work has to tell, or null
 * @param messageArguments what that names
 * @param counts how many rows of each verdict
 * @param confirmed what was confirmed, or null
 * @param createdAt when it came
 * @param committedAt when it was written, or null
 * @param committedBy who had it written, or null
 * @param undoneAt when it was taken back, or null
 * @param undoneBy who had it taken back, or null
 */
record ImportRun(UUID id, UnitId unit, String actor, String fileName, ImportStatus status, List<String> sheets,
		Recognised recognised, String step, int done, @Nullable String message, List<String> messageArguments,
		Map<RowVerdict, Integer> counts, @Nullable Confirmed confirmed, Instant createdAt,
		@Nullable Instant committedAt, @Nullable String committedBy, @Nullable Instant undoneAt,
		@Nullable String undoneBy) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
		.withZone(DayClock.ZONE);

	public int count(RowVerdict verdict) {
		return this.counts.getOrDefault(verdict, 0);
	}

	/** How many rows would be written. */
	public int writable() {
		return count(RowVerdict.NEW) + count(RowVerdict.CHANGED);
	}

	/** How many rows an officer has to look at. */
	public int doubtful() {
		return count(RowVerdict.DUPLICATE) + count(RowVerdict.ERROR);
	}

	public int rows() {
		return this.counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** When it came, for people. */
	public String sentAt() {
		return MOMENT.format(this.createdAt);
	}

	/** When it was written, for people. */
	public String writtenAt() {
		return (this.committedAt == null) ? "" : MOMENT.format(this.committedAt);
	}

	/** When it was taken back, for people. */
	public String takenBackAt() {
		return (this.undoneAt == null) ? "" : MOMENT.format(this.undoneAt);
	}

	public boolean csv() {
		return this.fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
	}

	/**
	 * What an officer confirmed.
	 *
	 * @param kind how new people come in
	 * @param allRows whether one bad row keeps all out
	 * @param day the first day it holds
	 * @param decision the decision behind it
	 */
	record Confirmed(String kind, boolean allRows, LocalDate day, Decision decision) {
	}

}
