package unionbook.member;

/**
 * The statements that find, for all rows of a list at once, whom of the book each row
 * means. None of them asks about a single row.
 */
final class IntakeMatching {

	/** Of each row: the people it may mean, and how sure that is. */
	static final String PAIRS_TABLE = """
			create temp table import_pair (row_number integer, member_id uuid, version integer, membership_id uuid,
				unit_id uuid, until date, equal boolean, likeness integer) on commit drop""";

	/** One row per staged row that means somebody. */
	static final String MATCHES_TABLE = """
			create temp table import_match (row_number integer, member_id uuid, version integer, membership_id uuid,
				unit_id uuid, until date, equal boolean, likeness integer, undecided boolean, claimed_by integer)
				on commit drop""";

	/**
	 * The same number, or the same name and birth date in the same unit: that is the one.
	 */
	static final int SAME_NUMBER = 1;

	static final int SAME_NAME = 2;

	/** The number is written beside another name and another birth date. */
	static final int OTHER_NAME = 3;

	/** The same name and birth date in the same unit, with another number. */
	static final int OTHER_NUMBER = 4;

	/** The person stands in another unit now. */
	static final int ELSEWHERE = 5;

	/** The person has left. */
	static final int LEFT = 6;

	/** The same name, and a birth date known only in part that would fit. */
	static final int VAGUE = 7;

	private IntakeMatching() {
	}

	static final String PAIRS = """
			insert into import_pair
			with named as (
				select r.row_number, s.member_id from import_draft r
				join membership s on s.search_key = r.search_key
					and extract(year from s.birth_date) = extract(year from r.birth_date)
				where coalesce(r.verdict, 'NEW') = 'NEW' and s.unit_id = any (:units) and (s.birth_date = r.birth_date and s.birth_precision = r.birth_precision
					or s.birth_precision <> 'DAY' or r.birth_precision <> 'DAY')
				union
				select r.row_number, m.id from import_draft r join member m on m.identity_hash = r.identity_hash
				where coalesce(r.verdict, 'NEW') = 'NEW' and m.unit_id = any (:units)
			), last as materialized (
				select distinct on (s.member_id) s.* from membership s
				where s.unit_id = any (:units) and s.member_id in (select member_id from named)
				order by s.member_id, s.period desc
			), told as (
				select r.row_number, n.member_id, m.version, s.id as membership_id, s.unit_id,
					upper(s.period) as until, coalesce(%s, false) as equal,
					coalesce(m.identity_hash = r.identity_hash, false) as numbered,
					m.identity_hash <> r.identity_hash as contradicted,
					coalesce(m.full_name = r.full_name or s.search_key = r.search_key, false) as named,
					coalesce(coalesce(s.birth_date, m.birth_date) = r.birth_date
						and coalesce(s.birth_precision, m.birth_precision) = r.birth_precision, false) as born,
					coalesce(s.unit_id = r.target_id, false) as here,
					coalesce(upper_inf(s.period) or upper(s.period) > cast(:today as date), false) as active
				from named n join import_draft r using (row_number)
				left join member m on m.id = n.member_id
				left join last s on s.member_id = n.member_id
			), likely as (
				select told.*, bool_or(numbered) over (partition by row_number) as number_known,
					case when numbered and not named and not born then %d
						when contradicted and named and born and active and here then %d
						when contradicted then null
						when numbered and active and here then %d
						when named and born and active and here then %d
						when (numbered or named and born) and active then %d
						when numbered or named and born then %d
						when named and active and here then %d end as likeness
				from told)
			select row_number, member_id, version, membership_id, unit_id, until, equal, likeness
			from likely where likeness is not null and (numbered or not number_known)"""
		.formatted(IntakeColumns.equal(), OTHER_NAME, OTHER_NUMBER, SAME_NUMBER, SAME_NAME, ELSEWHERE, LEFT, VAGUE);

	/**
	 * Of several who may be meant, the one of whom everything given is true; homonyms
	 * that are told apart by nothing are taken in turn.
	 */
	static final String MATCHES = """
			insert into import_match
			with counted as (
				select p.*, min(likeness) over (partition by row_number) as best,
					count(*) filter (where likeness = 2) over (partition by row_number) as several,
					count(*) filter (where likeness = 2 and p.equal) over (partition by row_number) as equals,
					row_number() over (partition by row_number, likeness order by p.equal desc, p.member_id) as place,
					dense_rank() over (partition by r.search_key, r.birth_date, r.birth_precision, r.target_id
						order by row_number) as turn
				from import_pair p join import_draft r using (row_number)
			), chosen as (
				select * from counted where likeness = best
					and place = case when likeness = 2 and equals > 0 then least(turn, equals) else 1 end
			)
			select row_number, member_id, version, membership_id, unit_id, until, equal, likeness,
				likeness = 2 and several > 1 and equals = 0,
				case when likeness <= 2 and row_number() over (partition by member_id, likeness <= 2 order by row_number) > 1
					then first_value(row_number) over (partition by member_id, likeness <= 2 order by row_number) end
			from chosen""";

	/**
	 * What each row means for the book, with a sentence where an officer has to look.
	 */
	static final String VERDICTS = """
			insert into import_row (run_id, row_number, unit_id, verdict, target_id, problems, member_id, member_version,
				membership_id, changes, draft_id, %1$s)
			with twice as (
				select row_number, case
						when identity_hash is not null and by_number > 1 then first_number
						when by_name > 1 and (identity_hash is null or unnumbered > 0) then first_name end as first_row
				from (
					select row_number, identity_hash,
						row_number() over numbers as by_number, first_value(row_number) over numbers as first_number,
						row_number() over names as by_name, first_value(row_number) over names as first_name,
						count(*) filter (where identity_hash is null) over (names rows unbounded preceding exclude current row)
							as unnumbered
					from import_draft where verdict is null
					window numbers as (partition by identity_hash order by row_number),
						names as (partition by search_key, birth_date, birth_precision order by row_number)) t
			), judged as (
				select r.row_number, c.likeness, c.member_id, c.version, c.membership_id, c.unit_id, c.until,
					coalesce(c.claimed_by, case when c.row_number is null or c.likeness > 2 then t.first_row end) as first_row,
					case when r.verdict is not null then r.verdict
						when c.claimed_by is not null then 'DUPLICATE'
						when c.likeness = %2$d then 'ERROR'
						when c.undecided or c.likeness > 2 then 'DUPLICATE'
						when c.equal then 'SAME'
						when c.row_number is not null then 'CHANGED'
						when t.first_row is not null then 'DUPLICATE'
						when r.gender is null then 'ERROR'
						else 'NEW' end as verdict
				from import_draft r left join import_match c using (row_number) left join twice t using (row_number)
			)
			select r.run_id, r.row_number, r.unit_id, j.verdict, r.target_id,
				case when r.verdict is not null or j.verdict in ('NEW', 'CHANGED', 'SAME') then r.problems
					else r.problems || jsonb_build_object('level', 'ERROR', 'row', r.row_number, 'column', -1, 'key', case
						when j.verdict = 'DUPLICATE' and j.first_row is not null and (j.likeness is null or j.likeness <= 2)
							then 'member.intake.twice'
						when j.likeness is null then 'member.intake.gender'
						when j.likeness = %2$d then 'member.intake.elsewhere'
						when j.likeness = 6 then 'member.intake.left'
						when j.likeness = 3 then 'member.intake.otherName'
						when j.likeness = 4 then 'member.intake.otherNumber'
						when j.likeness = 7 then 'member.intake.vague'
						else 'member.intake.several' end,
					'args', case when j.verdict = 'DUPLICATE' and j.first_row is not null
							and (j.likeness is null or j.likeness <= 2) then jsonb_build_array(j.first_row::text)
						when j.likeness = %2$d then jsonb_build_array(coalesce(v.name, ''))
						when j.likeness = 6 then jsonb_build_array(coalesce(v.name, ''), to_char(j.until, 'DD/MM/YYYY'))
						when j.likeness = 3 then jsonb_build_array(coalesce(m.full_name, ''))
						else '[]'::jsonb end) end,
				case when j.verdict = 'NEW' then r.draft_id when r.verdict is null then j.member_id end,
				j.version, j.membership_id,
				case when j.verdict = 'CHANGED' then %3$s end, r.draft_id, %4$s
			from judged j join import_draft r using (row_number)
			left join member m on m.id = j.member_id and j.verdict in ('CHANGED', 'DUPLICATE')
			left join membership s on s.id = j.membership_id and j.verdict = 'CHANGED'
			left join unit_version v on v.unit_id = j.unit_id and v.period @> cast(:today as date)
			order by r.row_number"""
		.formatted(IntakeColumns.names(IntakeColumns.ALL), ELSEWHERE, IntakeColumns.differences(),
				IntakeColumns.each(IntakeColumns.ALL, "r.$", ", "));

}
