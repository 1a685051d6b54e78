package unionbook.member;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Formats;
import unionbook.shared.AuditedEvent.Change;

/** The facts of a member, field by field: for forms, for comparing, for the audit. */
final class Facts {

	private static final String HIDDEN = "•••";

	/**
	 * Sensitive by Decree 356/2025/NĐ-CP art. 4: a trail of changes must not tell them.
	 */
	private static final Set<String> SENSITIVE = Set.of("ethnicity", "religion", "partyStatus", "partyJoinedOn");

	private static final Map<String, String> LISTS = Map.of("gender", "gender", "position", "position", "unionPosition",
			"union_position", "education", "education", "partyStatus", "party_status", "ethnicity", "ethnicity",
			"religion", "religion", "employmentKind", "employment_kind", "politicalTheory", "political_theory");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	/** Asked of the class each time, they would cost more than all else of a row. */
	private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {

		@Override
		protected RecordComponent[] computeValue(Class<?> type) {
			return type.getRecordComponents();
		}

	};

	private Facts() {
	}

	/** The code list a field is chosen from. */
	static String list(String field) {
		return LISTS.getOrDefault(field, "");
	}

	static Map<String, @Nullable Object> of(Member member) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		read(member.person(), facts);
		read(member.standing(), facts);
		facts.put("gender", member.gender());
		String tail = member.identityTail();
		facts.put("identityNumber", (tail == null) ? null : IdentityNumber.masked(tail));
		return facts;
	}

	/** The facts as a form shows them; the identity number stays out of it. */
	static Map<String, String> texts(Member member) {
		Map<String, String> texts = new LinkedHashMap<>();
		of(member).forEach((field, value) -> texts.put(field, text(value)));
		texts.put("birth", new Formats().birth(member.person().birthDate(), member.person().birthPrecision()));
		texts.keySet().removeAll(Set.of("birthDate", "birthPrecision", "identityNumber"));
		texts.put("version", String.valueOf(member.version()));
		return texts;
	}

	static Map<String, Change> changes(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
		return masked(Change.between(before, after));
	}

	static Map<String, Change> masked(Map<String, Change> changes) {
		changes.replaceAll((field, change) -> SENSITIVE.contains(field)
				? new Change(hidden(change.before()), hidden(change.after())) : change);
		return changes;
	}

	/** The same of a field and a text in a statement. */
	static String masked(String field, String text) {
		return "case when " + field + " in ('" + String.join("', '", SENSITIVE) + "') and " + text
				+ " is not null then '" + HIDDEN + "' else " + text + " end";
	}

	static void read(Record facts, Map<String, @Nullable Object> into) {
		try {
			for (RecordComponent component : COMPONENTS.get(facts.getClass())) {
				into.put(component.getName(), component.getAccessor().invoke(facts));
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(@Nullable Object value) {
		return (value == null) ? "" : (value instanceof LocalDate day) ? DAY.format(day) : value.toString();
	}

	private static @Nullable String hidden(@Nullable String value) {
		return (value == null) ? null : HIDDEN;
	}

}
