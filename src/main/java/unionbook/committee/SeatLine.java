package unionbook.committee;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A line of a form that names a person; several of one name are told apart by choice. */
class SeatLine {

	@Size(max = 100)
	private @Nullable String name;

	@Size(max = 36)
	private @Nullable String member;

	private @Nullable SeatRole role;

	@Min(0)
	@Max(1_000_000)
	private @Nullable Integer votes;

	private List<People.Found> choices = List.of();

	boolean blank() {
		return this.name == null && this.role == null && this.votes == null;
	}

	/**
	 * Finds the person.
	 * @param people the members with this name
	 * @param field the name of this line in the form
	 * @param needed whether somebody nobody knows is an error
	 * @param errors takes what has to be corrected
	 * @return the member, or null
	 */
	@Nullable UUID settle(List<People.Found> people, String field, boolean needed, BindingResult errors) {
		if (people.isEmpty()) {
			if (needed) {
				errors.rejectValue(field + "name", "committee.error.nobody", new Object[] { this.name }, "");
			}
			return null;
		}
		if (people.size() == 1) {
			return people.getFirst().memberId();
		}
		this.choices = people;
		return people.stream()
			.map(People.Found::memberId)
			.filter((id) -> id.toString().equals(this.member))
			.findFirst()
			.orElseGet(() -> {
				errors.rejectValue(field + "member", "committee.error.several",
						new Object[] { this.name, people.size() }, "");
				return null;
			});
	}

	public List<People.Found> choices() {
		return this.choices;
	}

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	public @Nullable String getMember() {
		return this.member;
	}

	public void setMember(@Nullable String member) {
		this.member = member;
	}

	public @Nullable SeatRole getRole() {
		return this.role;
	}

	public void setRole(@Nullable SeatRole role) {
		this.role = role;
	}

	public @Nullable Integer getVotes() {
		return this.votes;
	}

	public void setVotes(@Nullable Integer votes) {
		this.votes = votes;
	}

}
