package unionbook.committee;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.shared.VietnameseText;

/** One more person for a body that sits: elected later or appointed. */
class SeatForm extends ActForm {

	/** Where the form asks who. */
	static final String PERSON = "seat.name";

	/** Where the form asks as what. */
	static final String ROLE = "seat.role";

	@Valid
	private SeatLine seat = new SeatLine();

	private @Nullable SeatKind kind;

	/** Says at the fields what is missing before anybody is looked for. */
	void check(BodyKind body, BindingResult errors) {
		checkDay(errors);
		if (this.seat.getName() == null) {
			errors.rejectValue(PERSON, "committee.error.name");
		}
		if (this.seat.getRole() == null || !body.roles().contains(this.seat.getRole())) {
			errors.rejectValue(ROLE, "committee.error.choose");
		}
		if (this.kind == null) {
			errors.rejectValue("kind", "committee.error.choose");
		}
	}

	/** The seat, or null when the person is not found; that has been told then. */
	@Nullable NewSeat seat(Map<String, List<People.Found>> people, BindingResult errors) {
		String name = Objects.requireNonNull(this.seat.getName());
		java.util.UUID member = this.seat.settle(people.getOrDefault(VietnameseText.fold(name), List.of()), "seat.",
				true, errors);
		return (member == null || this.seat.getRole() == null || this.kind == null) ? null
				: new NewSeat(member, this.seat.getRole(), this.kind);
	}

	public SeatLine getSeat() {
		return this.seat;
	}

	public void setSeat(SeatLine seat) {
		this.seat = seat;
	}

	public @Nullable SeatKind getKind() {
		return this.kind;
	}

	public void setKind(@Nullable SeatKind kind) {
		this.kind = kind;
	}

}
