package unionbook.demo;

import org.jspecify.annotations.Nullable;

/**
 * What a roster shows of a person while nothing changes.
 *
 * @param unit the grassroots union
 * @param department department inside the host body, or null
 * @param position code of the position
 * @param unionPosition code of the position in the union, or null
 * @param education code of the education level
 * @param party code of the Party status
 */
record Standing(DemoUnit unit, @Nullable String department, String position, @Nullable String unionPosition,
		String education, String party) {

	Standing inPost(String position, @Nullable String department) {
		return new Standing(this.unit, department, position, this.unionPosition, this.education, this.party);
	}

	Standing inUnionPost(@Nullable String unionPosition) {
		return new Standing(this.unit, this.department, this.position, unionPosition, this.education, this.party);
	}

	Standing educated(String education) {
		return new Standing(this.unit, this.department, this.position, this.unionPosition, education, this.party);
	}

	Standing inParty(String party) {
		return new Standing(this.unit, this.department, this.position, this.unionPosition, this.education, party);
	}

}
