package unionbook.emulation;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A unit in the list of pledges, with its pledge if it has one.
 *
 * @param unit the unit
 * @param unitCode its code
 * @param unitName its name
 * @param pledge the pledge, or null
 * @param code its code, or null
 * @param title its title, or null
 * @param state where it stood on the day asked for; NONE without a pledge
 * @param signedOn when it was signed, or null
 * @param signedDatePrecision how far that day is known, or null
 * @param targets how many targets it has
 * @param reported how many of them have a result of the year
 */
record PledgeRow(UUID unit, String unitCode, String unitName, @Nullable UUID pledge, @Nullable String code,
		@Nullable String title, String state, @Nullable LocalDate signedOn, @Nullable String signedDatePrecision,
		int targets, int reported) {

	/** The message key of a state. */
	static String stateKey(String state) {
		return "NONE".equals(state) ? "emulation.state.NONE" : "codes.pledge_status." + state;
	}

	public String stateKey() {
		return stateKey(this.state);
	}

	/** The colour class of its badge; the word stands beside it. */
	public String tone() {
		return switch (this.state) {
			case "NONE" -> "warn";
			case "DRAFT", "CONSULTING", "READY" -> "info";
			case "CANCELLED" -> "bad";
			default -> "ok";
		};
	}

}
