package unionbook.statistics;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import unionbook.platform.Codes;

/** The words beside figures, in the reader's language. */
@Component
class GenderLabels {

	private final MessageSource messages;

	private final Codes codes;

	GenderLabels(MessageSource messages, Codes codes) {
		this.messages = messages;
		this.codes = codes;
	}

	/** The values of a dimension in their order; those without one come last. */
	List<String> values(Dimension dimension) {
		if (dimension == Dimension.AGE) {
			return AgeBand.codes();
		}
		return Stream.concat(this.codes.list(Objects.requireNonNull(dimension.list())).stream(), Stream.of(""))
			.toList();
	}

	/** The words for a value. */
	String of(Dimension dimension, String value) {
		if (value.isEmpty()) {
			return text("platform.unknown");
		}
		return text(
				(dimension == Dimension.AGE) ? "statistics.age." + value : "codes." + dimension.list() + "." + value);
	}

	/** The words for people who stand in an upper unit itself. */
	String direct(String unit) {
		return text("statistics.direct", unit);
	}

	/** Words of the message files. */
	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
