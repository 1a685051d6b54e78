package unionbook.member;

import java.util.List;

/**
 * The statements that carry all people of units over to others. They do for many what
 * {@link Member#transfer} does for one, and take what is recorded for later days along.
 */
final class MoveStatements {

	/**
	 * Who is meant: rows of the units on the day or later, each with the flow that fits
	 * best; all rows of a person in a unit go the same way.
	 */
	private static final String FLOWS = """
			with flow as (
				select * from unnest(cast(:from as uuid[]), cast(:to as uuid[]), cast(:department as text[]),
					cast(:member as uuid[])) f (from_unit, to_unit, department, member_id)
			), stay as (
				select s.*, first_value(coalesce(s.department, '')) over (
					partition by s.unit_id, s.member_id order by s.period) as first_department
				from membership s
				where s.unit_id = any (:units) and s.period && daterange(cast(:day as date), null)
			)""";

	private static final String FITTING = """
			lateral (
				select f.from_unit, f.to_unit from flow f
				where f.from_unit = s.unit_id and (f.member_id = s.member_id
					or f.member_id is null and coalesce(f.department, s.first_department) = s.first_department)
				order by f.member_id is null, f.department is null limit 1) f on true""";

	static final String REMAINING = FLOWS + """
			select s.unit_id, count(distinct s.member_id) as people from stay s left join %s
			where f.from_unit is null group by s.unit_id order by s.unit_id""".formatted(FITTING);

	static final String PEOPLE = FLOWS + """
			select * from (
				select distinct on (s.member_id) s.member_id, s.full_name, s.gender, s.birth_date, s.birth_precision,
					s.first_department as department, s.position, s.union_position, f.to_unit, s.given_sort,
					s.surname_sort, s.middle_sort
				from stay s left join %s order by s.member_id, s.period) p
			order by given_sort, surname_sort, middle_sort, member_id""".formatted(FITTING);

	static final String LOCK = """
			select count(*) from (select m.id from member m
				where m.id in (select s.member_id from membership s
					where s.unit_id = any (:units) and s.period && daterange(cast(:day as date), null))
				order by m.id for update) locked""";

	static final String CHOSEN = """
			insert into relocation (batch_id, membership_id, unit_id, member_id, to_unit, was, union_position, next_id)
			""" + FLOWS + """
			select :batch, s.id, s.unit_id, s.member_id, f.to_unit, s.period, s.union_position,
				case when lower(s.period) < cast(:day as date) and f.to_unit is not null then uuidv7() end
			from stay s join %s
			where f.to_unit is not null or lower(s.period) < cast(:day as date) and upper_inf(s.period)"""
		.formatted(FITTING);

	private static final String CUT = """
			update membership s set period = daterange(lower(s.period), cast(:day as date))
			from relocation r
			where r.batch_id = :batch and s.id = r.membership_id and lower(r.was) < cast(:day as date)""";

	private static final String CONTINUED = """
			insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
				search_key, birth_date, birth_precision, gender, department, position, education, party_status)
			select r.next_id, s.member_id, r.to_unit, daterange(cast(:day as date), upper(r.was)), s.full_name,
				s.given_sort, s.surname_sort, s.middle_sort, s.search_key, s.birth_date, s.birth_precision, s.gender,
				s.department, s.position, s.education, s.party_status
			from relocation r join membership s on s.id = r.membership_id
			where r.batch_id = :batch and r.next_id is not null""";

	private static final String WHOLE = """
			update membership s set unit_id = r.to_unit, union_position = null
			from relocation r
			where r.batch_id = :batch and s.id = r.membership_id and r.to_unit is not null and r.next_id is null""";

	private static final String NAMES = """
			select u.unit_id, (select v.name from unit_version v where v.unit_id = u.unit_id
				order by v.period @> cast(:day as date) desc, lower(v.period) desc limit 1) as name
			from (select unit_id from relocation where batch_id = :batch
				union select to_unit from relocation where batch_id = :batch) u""";

	/** Out and in on one day, a pair that nets to zero above both. */
	private static final String PAIRS = """
			with named as (%s)
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, pair_id, counterpart_unit_id,
				counterpart, decision_number, decision_signed_on, decision_signer, recorded_by, batch_id)
			select uuidv7(), r.member_id, x.unit_id, x.kind, s.gender, :day,
				md5(r.batch_id::text || r.membership_id)::uuid, x.other, n.name, :number, cast(:signedOn as date),
				:signer, cast(:by as uuid), r.batch_id
			from relocation r join membership s on s.id = r.membership_id
			cross join lateral (values ('OUT_RESTRUCTURE', r.unit_id, r.to_unit), ('IN_RESTRUCTURE', r.to_unit, r.unit_id))
				x (kind, unit_id, other)
			join named n on n.unit_id = x.other
			where r.batch_id = :batch and r.to_unit is not null and r.was @> cast(:day as date)"""
		.formatted(NAMES);

	private static final String ENDED = """
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, reason, decision_number,
				decision_signed_on, decision_signer, recorded_by, batch_id)
			select uuidv7(), r.member_id, r.unit_id, 'OUT_UNIT_ENDED', s.gender, :day, 'UNIT_ENDED', :number,
				cast(:signedOn as date), :signer, cast(:by as uuid), r.batch_id
			from relocation r join membership s on s.id = r.membership_id
			where r.batch_id = :batch and r.to_unit is null""";

	/**
	 * What was written for later days in the old unit happens in the new one: turned back
	 * there, written again here.
	 */
	private static final String LATER = """
			with carried as (
				select distinct member_id, unit_id, to_unit from relocation
				where batch_id = :batch and to_unit is not null
			), later as (
				select m.*, c.to_unit from carried c join movement m using (member_id, unit_id)
				where m.effective_on > cast(:day as date)
			)
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, pair_id, counterpart_unit_id,
				counterpart, reason, decision_number, decision_signed_on, decision_signer, recorded_by, batch_id)
			select uuidv7(), member_id, unit_id, case when direction > 0 then 'OUT_CORRECTION' else 'IN_CORRECTION' end,
				gender, effective_on, md5(id::text || 'later')::uuid, to_unit, null, null, :number,
				cast(:signedOn as date), :signer, cast(:by as uuid), :batch
			from later
			union all
			select uuidv7(), member_id, to_unit, kind, gender, effective_on, pair_id, counterpart_unit_id, counterpart,
				reason, decision_number, decision_signed_on, decision_signer, cast(:by as uuid), :batch
			from later""";

	private static final String RECORDS = """
			update member m set version = m.version + 1, unit_id = coalesce((
				select r.to_unit from relocation r where r.batch_id = :batch and r.member_id = m.id
					and r.unit_id = m.unit_id and r.to_unit is not null limit 1), m.unit_id)
			where m.id in (select member_id from relocation where batch_id = :batch)""";

	private static final String NUMBERED = """
			update relocation r set member_version = m.version from member m
			where r.batch_id = :batch and m.id = r.member_id""";

	/** In this order: the gender of a movement is that of the row on its day. */
	static final List<String> CARRYING = List.of(PAIRS, ENDED, LATER, CUT, CONTINUED, WHOLE, RECORDS, NUMBERED);

	/** Each person once, from the first unit they left. */
	private static final String TOLD_EITHER_WAY = """
			select 'member.transferred' as action, 'member' as kind, r.member_id as subject, r.%1$s as unit,
				cast(:day as date) as day, cast(:reason as text) as reason,
				jsonb_build_object('unit', jsonb_build_object('before', r.%2$s, 'after', r.%3$s)) as changes
			from (
				select distinct on (r.member_id) r.member_id, r.unit_id, r.to_unit, f.name as from_name, t.name as to_name
				from relocation r left join (%4$s) f on f.unit_id = r.unit_id left join (%4$s) t on t.unit_id = r.to_unit
				where r.batch_id = :batch and r.to_unit is not null
				order by r.member_id, r.was) r""";

	static final String TOLD = TOLD_EITHER_WAY.formatted("to_unit", "from_name", "to_name", NAMES);

	static final String TOLD_BACK = TOLD_EITHER_WAY.formatted("unit_id", "to_name", "from_name", NAMES);

	static final String TOUCHED = """
			select full_name from (
				select distinct on (r.member_id) s.full_name, s.given_sort, s.surname_sort, s.middle_sort
				from relocation r left join member m on m.id = r.member_id
				left join membership s on s.id = r.membership_id
				where r.batch_id = :batch and m.version is distinct from r.member_version) t
			order by given_sort, surname_sort, middle_sort limit :limit""";

	static final String STRANGERS = """
			select s.full_name from membership s
			where s.unit_id = any (:units) and s.id not in (
				select coalesce(next_id, membership_id) from relocation where batch_id = :batch)
			order by s.given_sort, s.surname_sort, s.middle_sort limit :limit""";

	static final String LOCK_CARRIED = """
			select count(*) from (select m.id from member m
				where m.id in (select member_id from relocation where batch_id = :batch)
				order by m.id for update) locked""";

	private static final String TURNED_BACK = """
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, pair_id, counterpart_unit_id,
				counterpart, decision_number, decision_signed_on, decision_signer, recorded_by)
			select uuidv7(), m.member_id, m.unit_id, case when m.direction > 0 then 'OUT_CORRECTION' else 'IN_CORRECTION' end,
				m.gender, m.effective_on, m.pair_id, m.counterpart_unit_id, m.counterpart, m.decision_number,
				m.decision_signed_on, m.decision_signer, cast(:by as uuid)
			from movement m where m.batch_id = :batch""";

	private static final String CONTINUED_NO_MORE = """
			delete from membership where id in (select next_id from relocation where batch_id = :batch)""";

	private static final String AS_IT_WAS = """
			update membership s set unit_id = r.unit_id, period = r.was, union_position = r.union_position
			from relocation r where r.batch_id = :batch and s.id = r.membership_id""";

	private static final String RECORDS_BACK = """
			update member m set version = m.version + 1, unit_id = (
				select s.unit_id from membership s where s.member_id = m.id order by s.period desc limit 1)
			where m.id in (select member_id from relocation where batch_id = :batch)""";

	static final List<String> CARRYING_BACK = List.of(TURNED_BACK, CONTINUED_NO_MORE, AS_IT_WAS, RECORDS_BACK);

	private MoveStatements() {
	}

}
