package unionbook.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.platform.Codes;

/** The whole text of a pledge in one form; blank rows are left out. */
class PledgeForm {

	private static final Pattern ROW_ACTION = Pattern.compile("(add|remove)-(party|point|target)(?:-(\\d{1,3}))?");

	private @Nullable Integer version;

	@Size(max = 500)
	private @Nullable String title;

	@Size(max = 500)
	private @Nullable String motto;

	@Size(max = 50)
	private @Nullable String documentNumber;

	@Size(max = 5000)
	private @Nullable String legalBasis;

	@Size(max = 500)
	private @Nullable String event;

	@Size(max = 200)
	private @Nullable String signedPlace;

	private @Nullable LocalDate signedOn;

	private @Nullable String signedDatePrecision;

	@Min(1)
	@Max(99)
	private @Nullable Integer copies;

	@Size(max = 2000)
	private @Nullable String sourceNote;

	@Valid
	private List<PartyForm> parties = new ArrayList<>();

	@Valid
	private List<PointForm> points = new ArrayList<>();

	@Valid
	private List<TargetForm> targets = new ArrayList<>();

	static PledgeForm of(int version, PledgeText text, Function<BigDecimal, String> number) {
		PledgeForm form = new PledgeForm();
		form.version = version;
		form.title = text.title();
		form.motto = text.motto();
		form.documentNumber = text.documentNumber();
		form.legalBasis = text.legalBasis();
		form.event = text.event();
		form.signedPlace = text.signedPlace();
		form.signedOn = text.signedOn();
		form.signedDatePrecision = text.signedDatePrecision();
		form.copies = text.copies();
		form.sourceNote = text.sourceNote();
		text.parties().forEach((party) -> form.parties.add(PartyForm.of(party)));
		text.points().forEach((point) -> form.points.add(PointForm.of(point)));
		text.targets().forEach((target) -> form.targets.add(TargetForm.of(target, number)));
		return form;
	}

	/**
	 * Adds or removes a row.
	 * @param action such as add-target or remove-point-2, counted from 0
	 */
	void change(String action) {
		Matcher asked = ROW_ACTION.matcher(action);
		if (!asked.matches()) {
			return;
		}
		boolean add = asked.group(3) == null;
		switch (asked.group(2)) {
			case "party" -> change(this.parties, add, asked.group(3), PledgeText.MOST_PARTIES, PartyForm::new);
			case "point" -> change(this.points, add, asked.group(3), PledgeText.MOST_POINTS, PointForm::new);
			default -> change(this.targets, add, asked.group(3), PledgeText.MOST_TARGETS, TargetForm::new);
		}
	}

	/**
	 * The text, when the form can be understood.
	 * @param errors takes what has to be corrected
	 * @param codes the code lists
	 * @return the text; of use only without errors
	 */
	PledgeText text(BindingResult errors, Codes codes) {
		if (this.title == null) {
			errors.rejectValue("title", "emulation.error.title");
		}
		if (this.signedDatePrecision != null && !codes.has("date_precision", this.signedDatePrecision)) {
			errors.rejectValue("signedDatePrecision", "emulation.error.choose");
		}
		List<PartyText> partyTexts = new ArrayList<>();
		List<PointText> pointTexts = new ArrayList<>();
		List<TargetText> targetTexts = new ArrayList<>();
		for (int i = 0; i < this.parties.size(); i++) {
			if (!this.parties.get(i).blank()) {
				this.parties.get(i).check("parties[" + i + "]", errors, codes);
				partyTexts.add(this.parties.get(i).text());
			}
		}
		for (int i = 0; i < this.points.size(); i++) {
			if (!this.points.get(i).blank()) {
				this.points.get(i).check("points[" + i + "]", errors);
				pointTexts.add(this.points.get(i).text());
			}
		}
		for (int i = 0; i < this.targets.size(); i++) {
			if (!this.targets.get(i).blank()) {
				targetTexts.add(this.targets.get(i).text("targets[" + i + "]", errors, codes));
			}
		}
		if (partyTexts.size() > PledgeText.MOST_PARTIES || pointTexts.size() > PledgeText.MOST_POINTS
				|| targetTexts.size() > PledgeText.MOST_TARGETS) {
			errors.reject("emulation.error.rows",
					new Object[] { PledgeText.MOST_PARTIES, PledgeText.MOST_POINTS, PledgeText.MOST_TARGETS }, "");
		}
		return new PledgeText(Objects.requireNonNullElse(this.title, ""), this.motto, this.documentNumber,
				this.legalBasis, this.event, this.signedPlace, this.signedOn,
				Objects.requireNonNullElse(this.signedDatePrecision, "DAY"), this.copies, this.sourceNote, partyTexts,
				pointTexts, targetTexts);
	}

	private static <T> void change(List<T> rows, boolean add, @Nullable String index, int most, Supplier<T> another) {
		if (add && rows.size() < most) {
			rows.add(another.get());
		}
		if (index != null && Integer.parseInt(index) < rows.size()) {
			rows.remove(Integer.parseInt(index));
		}
	}

	public @Nullable Integer getVersion() {
		return this.version;
	}

	public void setVersion(@Nullable Integer version) {
		this.version = version;
	}

	public @Nullable String getTitle() {
		return this.title;
	}

	public void setTitle(@Nullable String title) {
		this.title = title;
	}

	public @Nullable String getMotto() {
		return this.motto;
	}

	public void setMotto(@Nullable String motto) {
		this.motto = motto;
	}

	public @Nullable String getDocumentNumber() {
		return this.documentNumber;
	}

	public void setDocumentNumber(@Nullable String documentNumber) {
		this.documentNumber = documentNumber;
	}

	public @Nullable String getLegalBasis() {
		return this.legalBasis;
	}

	public void setLegalBasis(@Nullable String legalBasis) {
		this.legalBasis = legalBasis;
	}

	public @Nullable String getEvent() {
		return this.event;
	}

	public void setEvent(@Nullable String event) {
		this.event = event;
	}

	public @Nullable String getSignedPlace() {
		return this.signedPlace;
	}

	public void setSignedPlace(@Nullable String signedPlace) {
		this.signedPlace = signedPlace;
	}

	public @Nullable LocalDate getSignedOn() {
		return this.signedOn;
	}

	public void setSignedOn(@Nullable LocalDate signedOn) {
		this.signedOn = signedOn;
	}

	public @Nullable String getSignedDatePrecision() {
		return this.signedDatePrecision;
	}

	public void setSignedDatePrecision(@Nullable String signedDatePrecision) {
		this.signedDatePrecision = signedDatePrecision;
	}

	public @Nullable Integer getCopies() {
		return this.copies;
	}

	public void setCopies(@Nullable Integer copies) {
		this.copies = copies;
	}

	public @Nullable String getSourceNote() {
		return this.sourceNote;
	}

	public void setSourceNote(@Nullable String sourceNote) {
		this.sourceNote = sourceNote;
	}

	public List<PartyForm> getParties() {
		return this.parties;
	}

	public void setParties(List<PartyForm> parties) {
		this.parties = parties;
	}

	public List<PointForm> getPoints() {
		return this.points;
	}

	public void setPoints(List<PointForm> points) {
		this.points = points;
	}

	public List<TargetForm> getTargets() {
		return this.targets;
	}

	public void setTargets(List<TargetForm> targets) {
		this.targets = targets;
	}

}
