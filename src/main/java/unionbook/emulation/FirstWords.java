package unionbook.emulation;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words a new draft begins with. They become data of a Vietnamese paper, so they are
 * Vietnamese whatever the reader's language.
 */
@Component
class FirstWords {

	private static final Locale PAPER = Locale.of("vi", "VN");

	private final MessageSource messages;

	FirstWords(MessageSource messages) {
		this.messages = messages;
	}

	String title(int year) {
		return words("emulation.first.title", String.valueOf(year));
	}

	PledgeText draft(String title, PledgeLevel level, String unitName) {
		PartyText union = party("UNION", unitName, "ON_BEHALF_TM");
		List<PartyText> parties = switch (level) {
			case MINISTRY_JOINT -> List.of(party("MANAGEMENT", words("emulation.first.ministry"), "SIGNER"), union);
			case UNIT_JOINT -> List.of(party("MANAGEMENT", words("emulation.first.head"), "SIGNER"), union);
			case BLOCK -> List.of(party("BLOCK_MEMBER", unitName, "SIGNER"));
			case GROUP, INDIVIDUAL -> List.of(union);
		};
		return new PledgeText(title, null, null, null, null, null, null, "DAY", parties.size(), null, parties,
				List.of(), List.of());
	}

	PledgeText addendum(int number, PledgeText original) {
		return new PledgeText(words("emulation.first.addendum", String.valueOf(number), original.title()), null, null,
				null, null, original.signedPlace(), null, "DAY", original.copies(), null,
				original.parties().stream().map(PartyText::unsigned).toList(), List.of(), List.of());
	}

	private static PartyText party(String side, String name, String role) {
		return new PartyText(side, name, null, null, role, null);
	}

	private String words(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, PAPER);
	}

}
