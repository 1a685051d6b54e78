package unionbook.committee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The figures of the minutes of an election; known all or not at all. */
class Minutes {

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer called;

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer present;

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer voting;

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer issued;

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer returned;

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer valid;

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer invalid;

	static Minutes of(Congress congress) {
		Minutes minutes = new Minutes();
		minutes.called = congress.called();
		minutes.present = congress.present();
		minutes.voting = congress.voting();
		minutes.issued = congress.issued();
		minutes.returned = congress.returned();
		minutes.valid = congress.valid();
		minutes.invalid = congress.invalid();
		return minutes;
	}

	/**
	 * Each figure is a part of the one before it; valid and invalid make the returned.
	 */
	void check(BindingResult errors) {
		List<@Nullable Integer> all = Arrays.asList(this.called, this.present, this.voting, this.issued, this.returned,
				this.valid, this.invalid);
		if (all.stream().allMatch(Objects::isNull)) {
			return;
		}
		if (all.contains(null)) {
			if (!errors.hasFieldErrors("minutes.*")) {
				errors.rejectValue("minutes.called", "committee.error.minutes");
			}
			return;
		}
		part("present", this.present, this.called, errors);
		part("voting", this.voting, this.present, errors);
		part("issued", this.issued, this.voting, errors);
		part("returned", this.returned, this.issued, errors);
		if (sum(this.valid, this.invalid) != sum(this.returned, 0)) {
			errors.rejectValue("minutes.valid", "committee.error.ballots",
					new Object[] { this.valid, this.invalid, this.returned }, "");
		}
	}

	private static void part(String field, @Nullable Integer part, @Nullable Integer whole, BindingResult errors) {
		if (sum(part, 0) > sum(whole, 0)) {
			errors.rejectValue("minutes." + field, "committee.error.part", new Object[] { part, whole }, "");
		}
	}

	private static int sum(@Nullable Integer one, @Nullable Integer other) {
		return Objects.requireNonNullElse(one, 0) + Objects.requireNonNullElse(other, 0);
	}

	Congress congress(@Nullable LocalDate heldOn, @Nullable CongressKind kind, @Nullable String place) {
		return new Congress(heldOn, kind, place, this.called, this.present, this.voting, this.issued, this.returned,
				this.valid, this.invalid);
	}

	public @Nullable Integer getCalled() {
		return this.called;
	}

	public void setCalled(@Nullable Integer called) {
		this.called = called;
	}

	public @Nullable Integer getPresent() {
		return this.present;
	}

	public void setPresent(@Nullable Integer present) {
		this.present = present;
	}

	public @Nullable Integer getVoting() {
		return this.voting;
	}

	public void setVoting(@Nullable Integer voting) {
		this.voting = voting;
	}

	public @Nullable Integer getIssued() {
		return this.issued;
	}

	public void setIssued(@Nullable Integer issued) {
		this.issued = issued;
	}

	public @Nullable Integer getReturned() {
		return this.returned;
	}

	public void setReturned(@Nullable Integer returned) {
		this.returned = returned;
	}

	public @Nullable Integer getValid() {
		return this.valid;
	}

	public void setValid(@Nullable Integer valid) {
		this.valid = valid;
	}

	public @Nullable Integer getInvalid() {
		return this.invalid;
	}

	public void setInvalid(@Nullable Integer invalid) {
		this.invalid = invalid;
	}

}
