package unionbook.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.shared.VietnameseText;

/**
 * A whole term in one form: its facts, the election, who stood and who sits. Blank lines
 * are left out; a line without a role stood and was not elected.
 */
class TermForm extends ActForm {

	/** Lines of an empty form, and how many more a click gives. */
	static final int LINES = 9;

	private static final int MOST = 99;

	/** The longest term there is, with room for what delays a congress. */
	private static final int YEARS = 10;

	@Size(max = 100)
	private @Nullable String bodyName;

	@Size(max = 50)
	private @Nullable String name;

	@Min(1)
	@Max(99)
	private @Nullable Integer number;

	private @Nullable LocalDate plannedEnd;

	@Min(1)
	@Max(199)
	private @Nullable Integer plannedSize;

	private @Nullable LocalDate congressOn;

	private @Nullable CongressKind congressKind;

	@Size(max = 200)
	private @Nullable String congressPlace;

	@Valid
	private Minutes minutes = new Minutes();

	@Valid
	private List<SeatLine> lines = new ArrayList<>();

	/** Gives room for more people. */
	void grow() {
		for (int i = 0; i < LINES && this.lines.size() < MOST; i++) {
			this.lines.add(new SeatLine());
		}
	}

	/** What the form says of the term itself; a correction leaves the people alone. */
	void check(BodyKind kind, boolean withPeople, BindingResult errors) {
		checkDay(errors);
		if (this.name == null) {
			errors.rejectValue("name", "committee.error.termName");
		}
		if (kind == BodyKind.TO_CONG_DOAN && this.bodyName == null) {
			errors.rejectValue("bodyName", "committee.error.bodyName");
		}
		if (this.plannedSize == null && !errors.hasFieldErrors("plannedSize")) {
			errors.rejectValue("plannedSize", "committee.error.plannedSize");
		}
		LocalDate from = getEffectiveOn();
		if (this.plannedEnd == null) {
			if (!errors.hasFieldErrors("plannedEnd")) {
				errors.rejectValue("plannedEnd", "committee.error.plannedEnd");
			}
		}
		else if (from != null && (!this.plannedEnd.isAfter(from) || this.plannedEnd.isAfter(from.plusYears(YEARS)))) {
			errors.rejectValue("plannedEnd", "committee.error.plannedEnd.range", new Object[] { YEARS }, "");
		}
		this.minutes.check(errors);
		if (withPeople) {
			checkLines(kind, errors);
		}
	}

	private void checkLines(BodyKind kind, BindingResult errors) {
		Set<SeatRole> single = EnumSet.noneOf(SeatRole.class);
		for (int i = 0; i < this.lines.size(); i++) {
			SeatLine line = this.lines.get(i);
			if (line.blank()) {
				continue;
			}
			String field = "lines[" + i + "].";
			SeatRole role = line.getRole();
			if (line.getName() == null) {
				errors.rejectValue(field + "name", "committee.error.name");
			}
			if (role != null && !kind.roles().contains(role)) {
				errors.rejectValue(field + "role", "committee.error.choose");
			}
			if (role == SeatRole.CHAIR && !single.add(role)) {
				errors.rejectValue(field + "role", "committee.error.twoChairs");
			}
			Integer valid = this.minutes.getValid();
			if (line.getVotes() != null && (valid == null || line.getVotes() > valid)) {
				errors.rejectValue(field + "votes",
						(valid == null) ? "committee.error.votesWithoutBallots" : "committee.error.votes",
						new Object[] { line.getVotes(), Objects.requireNonNullElse(valid, 0) }, "");
			}
		}
		if (this.lines.size() > MOST) {
			errors.reject("committee.error.lines", new Object[] { MOST }, "");
		}
	}

	/**
	 * Corrected ballots cannot be fewer than the votes somebody has, nor lack under them.
	 */
	void checkVotes(List<Candidate> candidates, BindingResult errors) {
		candidates.stream()
			.map(Candidate::votes)
			.filter(Objects::nonNull)
			.max(Integer::compareTo)
			.filter((most) -> this.minutes.getValid() == null || most > this.minutes.getValid())
			.ifPresent((most) -> errors.rejectValue("minutes.valid", "committee.error.validBelowVotes",
					new Object[] { most }, ""));
	}

	/** The names to look for; only those of the lines that are filled in. */
	List<String> names() {
		return this.lines.stream()
			.filter((line) -> !line.blank())
			.map(SeatLine::getName)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * The term, when everybody is found.
	 * @param kind which body
	 * @param people the members by folded name
	 * @param errors takes what has to be corrected
	 * @return the term; of use only without errors
	 */
	NewTerm term(BodyKind kind, Map<String, List<People.Found>> people, BindingResult errors) {
		List<NewSeat> seats = new ArrayList<>();
		List<Candidate> candidates = new ArrayList<>();
		Set<UUID> seen = new HashSet<>();
		for (int i = 0; i < this.lines.size(); i++) {
			SeatLine line = this.lines.get(i);
			if (line.blank() || line.getName() == null) {
				continue;
			}
			String field = "lines[" + i + "].";
			boolean elected = line.getRole() != null;
			UUID member = line.settle(people.getOrDefault(VietnameseText.fold(line.getName()), List.of()), field,
					elected, errors);
			if (member != null && !seen.add(member)) {
				errors.rejectValue(field + "name", "committee.error.twice", new Object[] { line.getName() }, "");
			}
			if (member != null && line.getRole() != null) {
				seats.add(new NewSeat(member, line.getRole(),
						(this.congressKind == CongressKind.APPOINTMENT) ? SeatKind.APPOINTED : SeatKind.ELECTED));
			}
			if (line.getVotes() != null || !elected) {
				candidates
					.add(new Candidate(line.getName(), member, line.getVotes(), this.minutes.getValid(), elected));
			}
		}
		return new NewTerm(kind, (kind == BodyKind.TO_CONG_DOAN) ? Objects.requireNonNullElse(this.bodyName, "") : "",
				Objects.requireNonNullElse(this.name, ""), this.number,
				Objects.requireNonNullElse(getEffectiveOn(), LocalDate.EPOCH),
				Objects.requireNonNullElse(this.plannedEnd, LocalDate.EPOCH),
				Objects.requireNonNullElse(this.plannedSize, 1),
				this.minutes.congress(this.congressOn, this.congressKind, this.congressPlace), decision(), seats,
				candidates);
	}

	/** The facts of a term, to be corrected. */
	static TermForm of(TermRow term, Congress congress) {
		TermForm form = new TermForm();
		form.setVersion(term.version());
		form.setEffectiveOn(term.since());
		form.setDecisionNumber(term.decisionNumber());
		form.setDecisionSignedOn(term.decisionSignedOn());
		form.setDecisionSigner(term.decisionSigner());
		form.bodyName = term.bodyName().isEmpty() ? null : term.bodyName();
		form.name = term.name();
		form.number = term.number();
		form.plannedEnd = term.plannedEnd();
		form.plannedSize = term.plannedSize();
		form.congressOn = congress.heldOn();
		form.congressKind = congress.kind();
		form.congressPlace = congress.place();
		form.minutes = Minutes.of(congress);
		return form;
	}

	public @Nullable String getBodyName() {
		return this.bodyName;
	}

	public void setBodyName(@Nullable String bodyName) {
		this.bodyName = bodyName;
	}

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	public @Nullable Integer getNumber() {
		return this.number;
	}

	public void setNumber(@Nullable Integer number) {
		this.number = number;
	}

	public @Nullable LocalDate getPlannedEnd() {
		return this.plannedEnd;
	}

	public void setPlannedEnd(@Nullable LocalDate plannedEnd) {
		this.plannedEnd = plannedEnd;
	}

	public @Nullable Integer getPlannedSize() {
		return this.plannedSize;
	}

	public void setPlannedSize(@Nullable Integer plannedSize) {
		this.plannedSize = plannedSize;
	}

	public @Nullable LocalDate getCongressOn() {
		return this.congressOn;
	}

	public void setCongressOn(@Nullable LocalDate congressOn) {
		this.congressOn = congressOn;
	}

	public @Nullable CongressKind getCongressKind() {
		return this.congressKind;
	}

	public void setCongressKind(@Nullable CongressKind congressKind) {
		this.congressKind = congressKind;
	}

	public @Nullable String getCongressPlace() {
		return this.congressPlace;
	}

	public void setCongressPlace(@Nullable String congressPlace) {
		this.congressPlace = congressPlace;
	}

	public Minutes getMinutes() {
		return this.minutes;
	}

	public void setMinutes(Minutes minutes) {
		this.minutes = minutes;
	}

	public List<SeatLine> getLines() {
		return this.lines;
	}

	public void setLines(List<SeatLine> lines) {
		this.lines = lines;
	}

}
