package unionbook.member;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Type;
import unionbook.platform.PeriodType;
import unionbook.shared.Ids;
import unionbook.shared.Period;
import unionbook.shared.PersonName;
import unionbook.shared.UnitId;

/** A stretch of days in one unit in which nothing the roster shows has changed. */
@Entity
class Membership {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Member member;

	private UUID unitId;

	@Type(PeriodType.class)
	private Period period;

	private String fullName;

	private String givenSort;

	private String surnameSort;

	private String middleSort;

	private String searchKey;

	private LocalDate birthDate;

	private String birthPrecision;

	@Embedded
	private Standing standing;

	@SuppressWarnings("NullAway.Init")
	protected Membership() {
	}

	@SuppressWarnings("NullAway.Init")
	Membership(Member member, UnitId unit, Period period, Person person, Standing standing) {
		this.id = Ids.next();
		this.member = member;
		this.unitId = unit.value();
		this.period = period;
		this.standing = standing;
		name(person);
	}

	/** Rosters of the past show the corrected name and birth date too. */
	void name(Person person) {
		PersonName name = PersonName.of(person.fullName());
		this.fullName = name.fullName();
		this.givenSort = name.givenSort();
		this.surnameSort = name.surnameSort();
		this.middleSort = name.middleSort();
		this.searchKey = name.searchKey();
		this.birthDate = person.birthDate();
		this.birthPrecision = person.birthPrecision();
	}

	void become(Standing now) {
		this.standing = now;
	}

	void endOn(LocalDate day) {
		this.period = this.period.endingOn(day);
	}

	UnitId unit() {
		return new UnitId(this.unitId);
	}

	Period period() {
		return this.period;
	}

	Standing standing() {
		return this.standing;
	}

}
