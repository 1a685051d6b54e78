package unionbook.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import unionbook.shared.AuditedEvent.Change;

/** Says in the reader's language what an entry holds as keys, codes and days. */
@Component
class AuditWords {

	private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

	/** Fields whose code list is not called like the field. */
	private static final Map<String, String> LISTS = Map.ofEntries(Map.entry("kind", "unit_kind"),
			Map.entry("status", "pledge_status"), Map.entry("movement", "movement_type"),
			Map.entry("birthPrecision", "date_precision"), Map.entry("signedDatePrecision", "date_precision"),
			Map.entry("side", "party_side"), Map.entry("operator", "target_operator"),
			Map.entry("judgement", "result_status"));

	/** Kinds of records whose own module says what their fields are called. */
	private static final Set<String> NAMED = Set.of("member", "unit");

	private final MessageSource messages;

	private final JsonMapper json;

	AuditWords(MessageSource messages, JsonMapper json) {
		this.messages = messages;
		this.json = json;
	}

	String of(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	String action(String action) {
		return orElse("audit.action." + action, action);
	}

	/** What changed, field by field. */
	List<Changed> changes(AuditLine line) {
		List<Changed> changed = new ArrayList<>();
		this.json.readTree(line.changes()).properties().forEach((field) -> {
			Change change = this.json.treeToValue(field.getValue(), Change.class);
			changed.add(new Changed(field(line.subjectKind(), field.getKey()), value(field.getKey(), change.before()),
					value(field.getKey(), change.after())));
		});
		return changed;
	}

	/** The name of a field: target.2.YEAR.amount is told part by part. */
	String field(String kind, String field) {
		String whole = word(NAMED.contains(kind) ? kind + ".field." + field : null);
		if (whole == null) {
			whole = word("audit.field." + field);
		}
		if (whole != null) {
			return whole;
		}
		StringJoiner parts = new StringJoiner(" · ");
		String pending = null;
		for (String part : field.split("\\.")) {
			if (NUMBER.matcher(part).matches() && pending != null) {
				pending += " " + part;
				continue;
			}
			if (pending != null) {
				parts.add(pending);
			}
			pending = orElse("audit.field." + part, part);
		}
		return parts.add(String.valueOf(pending)).toString();
	}

	/** A code in words, a day as people write it, anything else as it is. */
	@Nullable String value(String field, @Nullable String value) {
		if (value == null) {
			return null;
		}
		if (CODE.matcher(value).matches()) {
			String last = field.substring(field.lastIndexOf('.') + 1);
			String list = (field.startsWith("target.") && "kind".equals(last)) ? "target_kind"
					: LISTS.getOrDefault(last, snake(last));
			return orElse("codes." + list + "." + value, value);
		}
		if ("true".equals(value) || "false".equals(value)) {
			return of("audit.value." + value);
		}
		return DAY.matcher(value).replaceAll("$3/$2/$1");
	}

	/** What a decision or a reason says; reasons of admissions are codes. */
	@Nullable String reason(AuditLine line) {
		String reason = line.reason();
		return (reason == null || !CODE.matcher(reason).matches()) ? reason
				: orElse("codes.movement_type." + reason, reason);
	}

	private static String snake(String field) {
		return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private String orElse(String key, String other) {
		return Objects.requireNonNullElse(word(key), other);
	}

	private @Nullable String word(@Nullable String key) {
		return (key == null) ? null : this.messages.getMessage(key, null, null, LocaleContextHolder.getLocale());
	}

	/**
	 * A field before and after.
	 *
	 * @param field its name
	 * @param before the old value, or null
	 * @param after the new value, or null
	 */
	record Changed(String field, @Nullable String before, @Nullable String after) {
	}

}
