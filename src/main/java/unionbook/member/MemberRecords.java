package unionbook.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.MemberId;
import unionbook.shared.Period;
import unionbook.shared.PersonName;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Reads the records of members, as far as the reader's grants reach. */
@Service
@Transactional(readOnly = true)
class MemberRecords {

	private final MemberRepository members;

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final Units units;

	private final IdentityVault vault;

	private final boolean provinces;

	MemberRecords(MemberRepository members, JdbcClient jdbc, UnitScope scope, Units units, IdentityVault vault,
			@Value("${unionbook.demo.enabled:false}") boolean demo) {
		this.members = members;
		this.jdbc = jdbc;
		this.scope = scope;
		this.units = units;
		this.vault = vault;
		this.provinces = !demo;
	}

	/**
	 * The page of a member: the whole record while the unit of the present or last
	 * membership is reached, else what the rosters of earlier units showed.
	 */
	MemberPage page(MemberId id, LocalDate day) {
		List<Stay> stays = stays(id);
		Member member = this.members.findById(id.value())
			.filter((found) -> this.scope.reaches(found.unit()))
			.orElse(null);
		if (member == null) {
			return rosterPage(id, day, stays);
		}
		UnitId unit = member.unit();
		boolean write = this.scope.may(Right.WRITE_MEMBERS, unit);
		boolean open = member.last().map(Membership::period).map(Period::open).orElse(false);
		boolean personal = this.scope.may(Right.READ_PERSONAL, unit);
		boolean sensitive = this.scope.may(Right.READ_SENSITIVE, unit);
		List<Move> moves = moves(id);
		Person person = member.person();
		Stay shown = stays.isEmpty() ? new Stay(unit, this.units.find(unit, day).name(), Period.since(day),
				person.fullName(), person.birthDate(), person.birthPrecision(), member.standing())
				: nearest(stays, day);
		String tail = member.identityTail();
		return new MemberPage(id, shown, inUnit(stays, shown), personal ? person.birthPrecision() : "YEAR",
				status(stays, moves, day), person, (tail == null) ? null : IdentityNumber.masked(tail),
				write ? findings(member) : List.of(), personal, sensitive, stays,
				TimelineEvent.of(stays, moves, sensitive), new MemberPage.Actions(write,
						open && this.scope.may(Right.TRANSFER_MEMBERS, unit), open && write, !open && write));
	}

	/**
	 * The unit whose roster the member stands on, for forms; the record must be writable
	 * there.
	 */
	Editable editable(MemberId id, Right right) {
		Member member = this.members.findById(id.value()).orElseThrow(NotFound::new);
		this.scope.require(right, member.unit());
		String tail = member.identityTail();
		return new Editable(id, member.unit(), member.person().fullName(), Facts.texts(member),
				(tail == null) ? null : IdentityNumber.masked(tail));
	}

	/**
	 * People inside the reach who may be the same: same name and birth date, or same
	 * identity number.
	 */
	List<Duplicate> duplicates(Person person, @Nullable IdentityNumber identity, LocalDate day) {
		return this.jdbc.sql("""
				with same as (
					select member_id as id from membership
					where search_key = :name and unit_id = any (:units) and (birth_date = cast(:birth as date)
						or extract(year from birth_date) = extract(year from cast(:birth as date))
							and (birth_precision <> 'DAY' or :precision <> 'DAY'))
					union
					select id from member where identity_hash = cast(:hash as bytea) and unit_id = any (:units)
				)
				select m.id, m.full_name, m.gender, m.birth_date, m.birth_precision, v.name as unit_name,
					(select s.position from membership s where s.member_id = m.id order by s.period desc limit 1)
						as position,
					coalesce(m.identity_hash = cast(:hash as bytea), false) as same_identity
				from same join member m using (id)
				left join unit_version v on v.unit_id = m.unit_id and v.period @> cast(:day as date)
				where m.unit_id = any (:units)
				order by same_identity desc, m.id limit 10""")
			.param("name", PersonName.of(person.fullName()).searchKey())
			.param("units", this.scope.units())
			.param("birth", person.birthDate())
			.param("precision", person.birthPrecision())
			.param("hash", (identity == null) ? null : this.vault.hash(identity.digits()), java.sql.Types.BINARY)
			.param("day", day)
			.query(Duplicate.class)
			.list();
	}

	boolean exists(MemberId id) {
		return this.members.findById(id.value()).isPresent();
	}

	/** Where in the same ministry a member may be moved to on a day. */
	List<Choice> destinations(UnitId from, LocalDate day) {
		UnitId root = new UnitId(this.units.find(from, day).path().getFirst());
		return this.units.below(this.scope.may(Right.TRANSFER_MEMBERS, root) ? root : from, day)
			.stream()
			.filter((unit) -> !unit.id().equals(from))
			.map(Choice::of)
			.toList();
	}

	private MemberPage rosterPage(MemberId id, LocalDate day, List<Stay> stays) {
		if (stays.isEmpty()) {
			throw new NotFound();
		}
		Stay shown = nearest(stays, day);
		boolean personal = this.scope.may(Right.READ_PERSONAL, shown.unit());
		boolean active = shown.period().includes(day);
		return new MemberPage(id, shown, inUnit(stays, shown), personal ? shown.birthPrecision() : "YEAR",
				new MemberPage.Status(active, active ? "member.status.active" : "member.status.elsewhere", null), null,
				null, List.of(), personal, false, stays, List.of(), MemberPage.Actions.NONE);
	}

	private static MemberPage.Status status(List<Stay> stays, List<Move> moves, LocalDate day) {
		if (stays.stream().anyMatch((stay) -> stay.period().includes(day))) {
			return new MemberPage.Status(true, "member.status.active", null);
		}
		return moves.stream()
			.filter((move) -> !move.effectiveOn().isAfter(day) && move.pairId() == null)
			.findFirst()
			.filter((move) -> move.kind().out())
			.map((move) -> new MemberPage.Status(false,
					(move.kind() == MovementKind.OUT_SUSPENDED) ? "member.status.suspended" : "member.status.left",
					move.kind()))
			.orElse(new MemberPage.Status(false, "member.status.notYet", null));
	}

	private List<String> findings(Member member) {
		byte[] cipher = member.identityCipher();
		return (cipher == null) ? List.of() : this.vault.open(member.id(), cipher)
			.findings(member.gender(), member.person().birthDate(), this.provinces);
	}

	private List<Stay> stays(MemberId id) {
		return this.jdbc.sql("""
				select s.unit_id, coalesce(v.name, '') as unit_name, lower(s.period) as since, upper(s.period) as until,
					s.full_name, s.birth_date, s.birth_precision, s.gender, s.department, s.position, s.union_position,
					s.education, s.party_status
				from membership s
				left join unit_version v on v.unit_id = s.unit_id and v.period @> lower(s.period)
				where s.member_id = :member and s.unit_id = any (:units)
				order by s.period""")
			.param("member", id.value())
			.param("units", this.scope.units())
			.query(Stay::row)
			.list();
	}

	/** Newest first; a leaving names the unit by its name on the last day in it. */
	private List<Move> moves(MemberId id) {
		return this.jdbc.sql("""
				select m.kind, m.gender, m.effective_on, m.pair_id, m.counterpart, m.reason, m.decision_number,
					m.decision_signed_on, m.decision_signer, v.name as unit_name
				from movement m
				left join unit_version v on v.unit_id = m.unit_id
					and v.period @> (m.effective_on - case when m.direction < 0 then 1 else 0 end)
				where m.member_id = :member and m.unit_id = any (:units)
				order by m.effective_on desc, m.recorded_at desc, m.direction desc""")
			.param("member", id.value())
			.param("units", this.scope.units())
			.query(Move.class)
			.list();
	}

	/** What changed inside the unit is no break. */
	private static Period inUnit(List<Stay> stays, Stay shown) {
		List<Period> periods = stays.stream()
			.filter((stay) -> stay.unit().equals(shown.unit()))
			.map(Stay::period)
			.toList();
		Period whole = shown.period();
		for (Period earlier : periods.reversed()) {
			if (whole.from().equals(earlier.to())) {
				whole = new Period(earlier.from(), whole.to());
			}
		}
		for (Period later : periods) {
			if (later.from().equals(whole.to())) {
				whole = new Period(whole.from(), later.to());
			}
		}
		return whole;
	}

	private static Stay nearest(List<Stay> stays, LocalDate day) {
		return stays.stream()
			.filter((stay) -> stay.period().includes(day))
			.findFirst()
			.orElse(stays.reversed()
				.stream()
				.filter((stay) -> stay.period().from().isBefore(day))
				.findFirst()
				.orElse(stays.getFirst()));
	}

	/**
	 * A record opened for a change.
	 *
	 * @param unit the unit of the present or last membership
	 * @param texts its facts by field, as a form shows them
	 * @param identity the masked identity number, or null
	 */
	record Editable(MemberId id, UnitId unit, String name, Map<String, String> texts, @Nullable String identity) {
	}

	/**
	 * Somebody who may be the person to be entered.
	 *
	 * @param sameIdentity whether the identity number is the same
	 */
	record Duplicate(UUID id, String fullName, String gender, LocalDate birthDate, String birthPrecision,
			@Nullable String unitName, @Nullable String position, boolean sameIdentity) {
	}

	/**
	 * A unit to choose.
	 *
	 * @param value its id
	 * @param label its code and name
	 */
	record Choice(String value, String label) {

		static Choice of(UnitRow unit) {
			return new Choice(unit.id().toString(), unit.code() + " – " + unit.name());
		}

	}

}
