package unionbook.emulation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Everything a pledge says: what is written, signed and printed.
 *
 * @param title the title
 * @param motto the motto of the year, or null
 * @param documentNumber number and symbol of the paper, or null
 * @param legalBasis what it rests on, one basis a line, or null
 * @param event the occasion of the signing, or null
 * @param signedPlace where it is signed, or null
 * @param signedOn the day it is signed, or null
 * @param signedDatePrecision how far that day is known: DAY, MONTH, YEAR or UNKNOWN
 * @param copies how many copies are made, or null
 * @param sourceNote where the text was taken from, or null
 * @param parties who pledges
 * @param points the content points
 * @param targets the targets
 */
record PledgeText(String title, @Nullable String motto, @Nullable String documentNumber, @Nullable String legalBasis,
		@Nullable String event, @Nullable String signedPlace, @Nullable LocalDate signedOn, String signedDatePrecision,
		@Nullable Integer copies, @Nullable String sourceNote, List<PartyText> parties, List<PointText> points,
		List<TargetText> targets) {

	static final int MOST_PARTIES = 10;

	static final int MOST_POINTS = 20;

	static final int MOST_TARGETS = 40;

	PledgeText {
		parties = List.copyOf(parties);
		points = List.copyOf(points);
		targets = List.copyOf(targets);
	}

	/** The bases, one each. */
	public List<String> bases() {
		return (this.legalBasis == null) ? List.of()
				: this.legalBasis.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	/**
	 * The same promises as the draft of another year: nobody has signed it yet.
	 * @param years how many years later
	 * @param newTitle the title of the new draft
	 * @return the draft
	 */
	PledgeText draftOf(int years, String newTitle) {
		return new PledgeText(newTitle, this.motto, null, this.legalBasis, this.event, this.signedPlace, null, "DAY",
				this.copies, null, this.parties.stream().map(PartyText::unsigned).toList(), this.points,
				this.targets.stream().map((target) -> target.moved(years)).toList());
	}

	/**
	 * Each value under a name of its own, for telling two versions apart.
	 * @return names such as title or target.3.value, with their values
	 */
	Map<String, @Nullable Object> values() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("title", this.title);
		values.put("motto", this.motto);
		values.put("documentNumber", this.documentNumber);
		values.put("legalBasis", this.legalBasis);
		values.put("event", this.event);
		values.put("signedPlace", this.signedPlace);
		values.put("signedOn", this.signedOn);
		values.put("signedDatePrecision", this.signedDatePrecision);
		values.put("copies", this.copies);
		values.put("sourceNote", this.sourceNote);
		for (int i = 0; i < this.parties.size(); i++) {
			values.putAll(of(i + 1, this.parties.get(i)));
		}
		for (int i = 0; i < this.points.size(); i++) {
			values.put("point." + (i + 1) + ".heading", this.points.get(i).heading());
			values.put("point." + (i + 1) + ".body", this.points.get(i).body());
		}
		for (int i = 0; i < this.targets.size(); i++) {
			values.putAll(of(i + 1, this.targets.get(i)));
		}
		return values;
	}

	private static Map<String, @Nullable Object> of(int number, PartyText party) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		String prefix = "party." + number + '.';
		values.put(prefix + "side", party.side());
		values.put(prefix + "name", party.name());
		values.put(prefix + "signatoryName", party.signatoryName());
		values.put(prefix + "signatoryPosition", party.signatoryPosition());
		values.put(prefix + "signatoryRole", party.signatoryRole());
		values.put(prefix + "unknownReason", party.unknownReason());
		return values;
	}

	private static Map<String, @Nullable Object> of(int number, TargetText target) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		String prefix = "target." + number + '.';
		values.put(prefix + "text", target.text());
		values.put(prefix + "kind", target.goal().kind());
		values.put(prefix + "operator", target.goal().operator());
		values.put(prefix + "value", target.goal().value());
		values.put(prefix + "valueTo", target.goal().valueTo());
		values.put(prefix + "dueOn", target.goal().dueOn());
		values.put(prefix + "measure", target.measure());
		values.put(prefix + "denominatorKind", target.denominatorKind());
		values.put(prefix + "denominatorText", target.denominatorText());
		values.put(prefix + "baseDate", target.baseDate());
		values.put(prefix + "note", target.note());
		return values;
	}

}
