package unionbook.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Period;

/** A person's way through the ministry, one stay after the other; grows while the history runs. */
final class Career {

	/**
	 * A stretch of days in which nothing on the roster changed.
	 *
	 * @param standing what the roster shows
	 * @param period the days
	 */
	record Stay(Standing standing, Period period) {
	}

	private final Person person;

	private final List<Stay> stays = new ArrayList<>();

	private final LocalDate retiresOn;

	private LocalDate arrived;

	private Standing standing;

	private LocalDate since;

	private boolean present = true;

	private boolean settled;

	private String politicalTheory;

	private @Nullable LocalDate partyJoinedOn;

	Career(Person person, LocalDate arrived, Standing standing, String politicalTheory) {
		this.person = person;
		this.retiresOn = person.retiresOn();
		this.arrived = arrived;
		this.since = arrived;
		this.standing = standing;
		this.politicalTheory = politicalTheory;
		this.partyJoinedOn = person.partyJoinedOn();
	}

	void change(LocalDate day, UnaryOperator<Standing> change) {
		closeStay(day);
		Standing next = change.apply(this.standing);
		if (!next.unit().equals(this.standing.unit())) {
			this.arrived = day;
		}
		this.standing = next;
	}

	void end(LocalDate day) {
		closeStay(day);
		this.present = false;
	}

	private void closeStay(LocalDate day) {
		if (day.isAfter(this.since)) {
			this.stays.add(new Stay(this.standing, new Period(this.since, day)));
		}
		this.since = day;
	}

	void joinParty(LocalDate day) {
		this.partyJoinedOn = day;
	}

	void study(String politicalTheory) {
		this.politicalTheory = politicalTheory;
	}

	/** Says that this person's next step is fixed, or that the person stays on: nobody else may send them away. */
	void settle() {
		this.settled = true;
	}

	/** All stays, the last of them open while the person is present. */
	List<Stay> stays() {
		List<Stay> all = new ArrayList<>(this.stays);
		if (this.present) {
			all.add(new Stay(this.standing, Period.since(this.since)));
		}
		return all;
	}

	boolean in(DemoUnit unit) {
		return this.present && this.standing.unit().equals(unit);
	}

	/** Whether this person, in the unit since the year began, may be chosen to leave or to move in it. */
	boolean free(int year) {
		return this.present && !this.settled && this.arrived.isBefore(LocalDate.of(year, 1, 2));
	}

	boolean holds(@Nullable String unionPosition) {
		return Objects.equals(this.standing.unionPosition(), unionPosition);
	}

	Person person() {
		return this.person;
	}

	LocalDate retiresOn() {
		return this.retiresOn;
	}

	Standing standing() {
		return this.standing;
	}

	boolean present() {
		return this.present;
	}

	String politicalTheory() {
		return this.politicalTheory;
	}

	@Nullable LocalDate partyJoinedOn() {
		return this.partyJoinedOn;
	}

}
