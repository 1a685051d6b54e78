package unionbook.archive;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import unionbook.platform.Formats;

/** The words of archives, Vietnamese whatever language the reader uses. */
@Component
class ArchiveWords {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

	private final MessageSource messages;

	private final Formats formats;

	ArchiveWords(MessageSource messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/** Does something with every module speaking Vietnamese. */
	void speaking(Runnable work) {
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		LocaleContextHolder.setLocale(VIETNAMESE);
		try {
			work.run();
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	String of(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, VIETNAMESE);
	}

	/** The word of a code, or the text itself where it is none. */
	@Nullable String code(String prefix, @Nullable String code) {
		return (code == null || !CODE.matcher(code).matches()) ? code
				: this.messages.getMessage(prefix + "." + code, null, code, VIETNAMESE);
	}

	String day(@Nullable LocalDate day) {
		return this.formats.day(day);
	}

	Formats formats() {
		return this.formats;
	}

}
