package unionbook.committee;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/**
 * Somebody who stood for election.
 *
 * @param name the name in the minutes
 * @param memberId the member, or null when nobody of the book
 * @param votes how many votes, or null when it is not recorded
 * @param ofValid of how many valid ballots, or null
 * @param elected whether that was enough
 */
record Candidate(String name, @Nullable UUID memberId, @Nullable Integer votes, @Nullable Integer ofValid,
		boolean elected) {

	/** The votes of the valid ballots, or null. */
	public @Nullable Share share() {
		return (this.votes == null || this.ofValid == null) ? null : new Share(this.votes, this.ofValid);
	}

}
