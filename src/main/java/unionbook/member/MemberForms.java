package unionbook.member;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import unionbook.platform.Codes;
import unionbook.platform.DayClock;
import unionbook.shared.Decision;
import unionbook.shared.Gender;
import unionbook.shared.PersonName;

/**
 * Reads what was typed about a person; refuses what cannot be, with a sentence at the
 * field.
 */
@Component
class MemberForms {

	private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

	static final int YOUNGEST = 15;

	static final int OLDEST = 80;

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .,'’ʼ()-]*");

	private static final Pattern PHONE = Pattern.compile("(?:\\+?84|0)([1-9][0-9]{8,9})");

	private static final Pattern EMAIL = Pattern
		.compile("[a-z0-9._%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");

	private final Codes codes;

	private final DayClock clock;

	private final ConversionService conversion;

	MemberForms(Codes codes, DayClock clock, ConversionService mvcConversionService) {
		this.codes = codes;
		this.clock = clock;
		this.conversion = mvcConversionService;
	}

	TypedForm typed(Map<String, String> parameters) {
		return new TypedForm(parameters, this::day);
	}

	/** Reads an admission; null when something is to be corrected. */
	@Nullable Admission admission(TypedForm form, List<MovementKind> kinds) {
		String kind = form.required("kind", form.code("kind", kinds.stream().map(MovementKind::name).toList()));
		Step step = step(form);
		Birth birth = birth(form);
		LocalDate joined = form.day("joinedUnionOn");
		if (joined == null && step != null && MovementKind.IN_ADMISSION.name().equals(kind)) {
			joined = step.day();
		}
		if (step != null) {
			requireAge(form, "effectiveOn", birth, step.day());
			requireNotAfter(form, "joinedUnionOn", joined, step.day(), "member.rule.joinedAfter");
		}
		Person person = person(form, birth, joined);
		Standing standing = standing(form);
		IdentityNumber identity = identity(form);
		return (form.hasErrors() || kind == null || person == null || standing == null || step == null) ? null
				: new Admission(MovementKind.valueOf(kind), person, standing, identity, step);
	}

	/** Reads a changed record; null when something is to be corrected. */
	@Nullable Revision revision(TypedForm form) {
		Integer version = form.required("version",
				form.read("version", Integer::valueOf, "typeMismatch.java.lang.Integer"));
		Birth birth = birth(form);
		LocalDate joined = form.day("joinedUnionOn");
		requireNotAfter(form, "joinedUnionOn", joined, this.clock.today(), "member.rule.future");
		Person person = person(form, birth, joined);
		Standing standing = standing(form);
		IdentityNumber identity = identity(form);
		LocalDate effectiveOn = form.day("effectiveOn");
		requireNear(form, effectiveOn);
		String reason = form.text("reason", 200);
		return (form.hasErrors() || version == null || person == null || standing == null) ? null
				: new Revision(version, person, standing, identity, effectiveOn, reason);
	}

	/**
	 * Reads a row of a list, where an empty field says nothing, not even the gender; null
	 * when something is to be corrected.
	 */
	@Nullable Listed listed(TypedForm form) {
		Birth birth = birth(form);
		LocalDate joined = form.day("joinedUnionOn");
		requireNotAfter(form, "joinedUnionOn", joined, this.clock.today(), "member.rule.future");
		Person person = person(form, birth, joined);
		Map<String, @Nullable String> standing = new LinkedHashMap<>();
		standing.put("department", form.text("department", 200));
		for (String field : List.of("gender", "position", "unionPosition", "education", "partyStatus")) {
			standing.put(field, code(form, field));
		}
		IdentityNumber identity = identity(form);
		return (form.hasErrors() || person == null) ? null : new Listed(person, standing, identity);
	}

	/**
	 * Reads the day, the decision and the body outside the ministry; null when the day is
	 * to be corrected.
	 */
	@Nullable Step step(TypedForm form) {
		LocalDate day = form.required("effectiveOn", form.day("effectiveOn"));
		requireNear(form, day);
		LocalDate signedOn = form.day("decisionSignedOn");
		requireNotAfter(form, "decisionSignedOn", signedOn, this.clock.today(), "member.rule.future");
		Decision decision = new Decision(form.text("decisionNumber", 50), signedOn, form.text("decisionSigner", 100));
		String counterpart = form.text("counterpart", 200);
		return (day == null) ? null : new Step(day, decision, counterpart);
	}

	private @Nullable Person person(TypedForm form, @Nullable Birth birth, @Nullable LocalDate joined) {
		String name = name(form);
		if (joined != null) {
			requireAge(form, "joinedUnionOn", birth, joined);
		}
		String otherName = form.text("otherName", 100);
		String birthPlace = form.text("birthPlace", 200);
		String hometown = form.text("hometown", 200);
		String ethnicity = code(form, "ethnicity");
		String religion = code(form, "religion");
		LocalDate issuedOn = past(form, "identityIssuedOn", birth);
		String issuedBy = form.text("identityIssuedBy", 200);
		String phone = form.read("phone", MemberForms::phone, "member.rule.phone");
		String email = form.read("email", MemberForms::email, "member.rule.email");
		String address = form.text("address", 300);
		String employment = code(form, "employmentKind");
		LocalDate hiredOn = past(form, "hiredOn", birth);
		String specialty = form.text("specialty", 200);
		String theory = code(form, "politicalTheory");
		LocalDate partyJoinedOn = past(form, "partyJoinedOn", birth);
		String card = form.text("cardNumber", 30);
		String note = form.lines("note", 2000);
		return (name == null || birth == null) ? null
				: new Person(name, otherName, birth.day(), birth.precision(), birthPlace, hometown, ethnicity, religion,
						issuedOn, issuedBy, phone, email, address, employment, hiredOn, specialty, theory,
						partyJoinedOn, joined, card, note);
	}

	private @Nullable Standing standing(TypedForm form) {
		String gender = form.required("gender", code(form, "gender"));
		String department = form.text("department", 200);
		String position = code(form, "position");
		String unionPosition = code(form, "unionPosition");
		String education = code(form, "education");
		String party = code(form, "partyStatus");
		return (gender == null || form.hasErrors()) ? null : new Standing(Gender.valueOf(gender), department, position,
				unionPosition, education, (party == null) ? "NONE" : party);
	}

	private @Nullable String name(TypedForm form) {
		String name = form.required("fullName", form.text("fullName", 100));
		if (name == null) {
			return null;
		}
		if (OldEncoding.suspected(name)) {
			form.reject("fullName", "member.rule.oldEncoding");
		}
		else if (name.length() < 2 || !NAME.matcher(name).matches() || PersonName.of(name).searchKey().isEmpty()) {
			form.reject("fullName", "member.rule.name");
		}
		return name;
	}

	private @Nullable Birth birth(TypedForm form) {
		Birth birth = form.required("birth",
				form.read("birth", (text) -> Birth.of(text, form::dayOf), "member.rule.birth"));
		if (birth != null && (birth.day().isBefore(EARLIEST) || birth.day().isAfter(this.clock.today()))) {
			form.reject("birth", "member.rule.birth");
		}
		return birth;
	}

	private @Nullable IdentityNumber identity(TypedForm form) {
		return form.read("identityNumber", IdentityNumber::of, "member.rule.identity");
	}

	private @Nullable String code(TypedForm form, String field) {
		return form.code(field, this.codes.list(Facts.list(field)));
	}

	private @Nullable LocalDate past(TypedForm form, String field, @Nullable Birth birth) {
		LocalDate day = form.day(field);
		requireNotAfter(form, field, day, this.clock.today(), "member.rule.future");
		if (day != null && birth != null && day.isBefore(birth.day())) {
			form.reject(field, "member.rule.beforeBirth");
		}
		return day;
	}

	/**
	 * Decisions are entered after the fact or shortly before; a day years ahead is a slip
	 * of the pen.
	 */
	private void requireNear(TypedForm form, @Nullable LocalDate day) {
		requireNotAfter(form, "effectiveOn", day, this.clock.today().plusYears(1), "member.rule.tooFar");
	}

	private static void requireNotAfter(TypedForm form, String field, @Nullable LocalDate day, LocalDate last,
			String key) {
		if (day != null && day.isAfter(last)) {
			form.reject(field, key);
		}
	}

	private static void requireAge(TypedForm form, String field, @Nullable Birth birth, LocalDate day) {
		if (birth != null && (day.isBefore(birth.day().plusYears(YOUNGEST))
				|| day.isAfter(birth.day().plusYears(OLDEST + 1).minusDays(1)))) {
			form.reject(field, "member.rule.age", YOUNGEST, OLDEST);
		}
	}

	private static String phone(String typed) {
		var phone = PHONE.matcher(typed.replaceAll("[ .()-]", ""));
		if (!phone.matches()) {
			throw new IllegalArgumentException("not a telephone number");
		}
		return "0" + phone.group(1);
	}

	private static String email(String typed) {
		String email = typed.toLowerCase(Locale.ROOT);
		if (!EMAIL.matcher(email).matches()) {
			throw new IllegalArgumentException("not an e-mail address");
		}
		return email;
	}

	private LocalDate day(String text) {
		try {
			LocalDate day = this.conversion.convert(text, LocalDate.class);
			if (day == null) {
				throw new IllegalArgumentException("not a day");
			}
			return day;
		}
		catch (ConversionException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
