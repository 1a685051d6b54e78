package unionbook.committee;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The congress or conference a term comes from, with the figures of its minutes; all
 * seven figures are known or none.
 *
 * @param heldOn the day
 * @param kind who was called
 * @param place where
 * @param called delegates or members called
 * @param present how many came
 * @param voting how many had a vote
 * @param issued ballots handed out
 * @param returned ballots handed in
 * @param valid valid ballots
 * @param invalid invalid ballots
 */
record Congress(@Nullable LocalDate heldOn, @Nullable CongressKind kind, @Nullable String place,
		@Nullable Integer called, @Nullable Integer present, @Nullable Integer voting, @Nullable Integer issued,
		@Nullable Integer returned, @Nullable Integer valid, @Nullable Integer invalid) {

	/** Whether the figures of the election are known. */
	public boolean counted() {
		return this.called != null;
	}

}
