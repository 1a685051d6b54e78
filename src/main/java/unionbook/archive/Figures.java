package unionbook.archive;

import unionbook.shared.Share;

/**
 * How much an archive holds.
 *
 * @param units units living on the day, itself among them
 * @param members members of the day
 * @param women women among them
 * @param people everybody who ever belonged
 * @param movements movements
 * @param terms terms of committees
 * @param seats seats in them
 * @param pledges pledges
 * @param decisions events of the units
 */
record Figures(long units, long members, long women, long people, long movements, long terms, long seats, long pledges,
		long decisions) {

	public Share share() {
		return new Share(this.women, this.members);
	}

}
