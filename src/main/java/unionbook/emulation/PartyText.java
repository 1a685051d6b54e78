package unionbook.emulation;

import org.jspecify.annotations.Nullable;

/**
 * A party of a pledge, as written.
 *
 * @param side which side it stands on, a code of the list party_side
 * @param name what it is called in the paper
 * @param signatoryName who signs for it, or null
 * @param signatoryPosition the post of who signs, or null
 * @param signatoryRole in what capacity, a code of the list signatory_role
 * @param unknownReason why nobody is named, or null
 */
record PartyText(String side, String name, @Nullable String signatoryName, @Nullable String signatoryPosition,
		String signatoryRole, @Nullable String unknownReason) {

	/** The same party before anybody has signed. */
	PartyText unsigned() {
		return new PartyText(this.side, this.name, null, this.signatoryPosition, this.signatoryRole, null);
	}

	public boolean accountedFor() {
		return this.signatoryName != null || this.unknownReason != null;
	}

}
