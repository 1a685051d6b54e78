package unionbook.intake;

import org.jspecify.annotations.Nullable;

/** What a column of a list can hold. */
enum Field {

	ORDINAL(null, Kind.NONE),

	FULL_NAME("fullName", Kind.NAME),

	/** Surname and middle words, where the given name has a column of its own. */
	FAMILY_NAME(null, Kind.NAME),

	GIVEN_NAME(null, Kind.NAME),

	OTHER_NAME("otherName", Kind.TEXT),

	GENDER("gender", "gender"),

	BIRTH("birth", Kind.BIRTH),

	/** Filled for men: with the birth date or a cross. */
	BIRTH_MALE(null, Kind.SPLIT),

	/** Filled for women: with the birth date or a cross. */
	BIRTH_FEMALE(null, Kind.SPLIT),

	UNIT(null, Kind.TEXT),

	DEPARTMENT("department", Kind.TEXT),

	POSITION("position", "position"),

	UNION_POSITION("unionPosition", "union_position"),

	EDUCATION("education", "education"),

	PARTY_STATUS("partyStatus", "party_status"),

	PARTY_JOINED_ON("partyJoinedOn", Kind.DAY),

	JOINED_UNION_ON("joinedUnionOn", Kind.DAY),

	CARD_NUMBER("cardNumber", Kind.TEXT),

	IDENTITY_NUMBER("identityNumber", Kind.IDENTITY),

	IDENTITY_ISSUED_ON("identityIssuedOn", Kind.DAY),

	IDENTITY_ISSUED_BY("identityIssuedBy", Kind.TEXT),

	PHONE("phone", Kind.PHONE),

	EMAIL("email", Kind.TEXT),

	ADDRESS("address", Kind.TEXT),

	BIRTH_PLACE("birthPlace", Kind.TEXT),

	HOMETOWN("hometown", Kind.TEXT),

	ETHNICITY("ethnicity", "ethnicity"),

	RELIGION("religion", "religion"),

	EMPLOYMENT_KIND("employmentKind", "employment_kind"),

	HIRED_ON("hiredOn", Kind.DAY),

	SPECIALTY("specialty", Kind.TEXT),

	POLITICAL_THEORY("politicalTheory", "political_theory"),

	NOTE("note", Kind.TEXT);

	private final @Nullable String formName;

	private final Kind kind;

	private final String codes;

	Field(@Nullable String formName, Kind kind) {
		this.formName = formName;
		this.kind = kind;
		this.codes = "";
	}

	Field(String formName, String codes) {
		this.formName = formName;
		this.kind = Kind.CODE;
		this.codes = codes;
	}

	/** Its name in the forms of members; null for what goes into a draft otherwise. */
	@Nullable String formName() {
		return this.formName;
	}

	Kind kind() {
		return this.kind;
	}

	/** The code list its cells are chosen from, empty when there is none. */
	String codes() {
		return this.codes;
	}

	/** How its cells are read. */
	enum Kind {

		NONE, NAME, TEXT, BIRTH, SPLIT, DAY, CODE, IDENTITY, PHONE

	}

}
