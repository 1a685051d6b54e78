package unionbook.member;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that take the judged rows of a list into the book. They do for all
 * people at once what the verbs of {@link Member} do for one.
 */
final class IntakeWriting {

	/**
	 * In the order of the ids, so that two lists for the same units wait for each other.
	 */
	static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(t.target_id::text, 0))
			from (select distinct target_id from import_row where run_id = :run and verdict in ('NEW', 'CHANGED')
				order by 1) t""";

	static final String LOCK_RECORDS = """
			select count(*) from (select m.id from member m
				where m.id in (select member_id from import_row where run_id = :run and verdict = 'CHANGED')
				order by m.id for update) locked""";

	/** Rows still to be written, of one verdict. */
	private static final String ROWS = "r.run_id = :run and r.verdict = '%s'";

	private static final String NEW = ROWS.formatted("NEW");

	private static final String CHANGED = ROWS.formatted("CHANGED");

	private static final String DATED = CHANGED + " and jsonb_exists_any(r.changes, array['"
			+ String.join("', '", IntakeColumns.STANDING) + "'])";

	private static final String NAMED = CHANGED + " and jsonb_exists_any(r.changes, array['fullName', 'birth'])";

	/**
	 * What forbids to write a row now: the book changed since it was compared, or the day
	 * does not fit.
	 */
	static final String CONFLICTS = """
			update import_row r set verdict = 'ERROR', problems = r.problems || jsonb_build_object('level', 'ERROR',
				'row', r.row_number, 'column', -1, 'key', c.key, 'args', c.args)
			from (
				select distinct on (row_number) row_number, key, args from (
					select p.row_number, 'member.intake.meanwhile' as key, '[]'::jsonb as args from import_pair p
					union all
					select r.row_number, 'member.intake.stale', '[]' from import_row r
					left join member m on m.id = r.member_id
					where %1$s and m.version is distinct from r.member_version
					union all
					select r.row_number, case when cast(:day as date) < lower(s.period) then 'member.rule.laterChange'
							else 'member.rule.left' end,
						jsonb_build_array(to_char(case when cast(:day as date) < lower(s.period) then lower(s.period)
							else upper(s.period) end, 'DD/MM/YYYY'))
					from import_row r join membership s on s.id = r.membership_id
					where %2$s and not s.period @> cast(:day as date)
					union all
					select r.row_number, 'member.rule.age', jsonb_build_array('%4$d', '%5$d') from import_row r
					where %3$s and cast(:day as date) not between r.birth_date + interval '%4$d years'
						and r.birth_date + interval '%5$d years' + interval '1 year' - interval '1 day'
					union all
					select r.row_number, 'member.rule.joinedAfter', '[]' from import_row r
					where %3$s and r.joined_union_on > cast(:day as date)
					union all
					select r.row_number, 'member.rule.unitNotLiving', '[]' from import_row r
					where %3$s and r.target_id not in (
						select v.unit_id from unit_version v where :unit = any (v.path)
						group by v.unit_id having range_agg(v.period) @> daterange(cast(:day as date), null))) found
				order by row_number) c
			where r.run_id = :run and r.row_number = c.row_number""".formatted(CHANGED, DATED, NEW,
			MemberForms.YOUNGEST, MemberForms.OLDEST);

	private static final String RECORDS = """
			insert into member (id, unit_id, gender, surname, middle_name, given_name, %s, %s)
			select r.member_id, r.target_id, r.gender, r.surname, r.middle_name, r.given_name, %s, %s
			from import_row r where %s""".formatted(IntakeColumns.names(IntakeColumns.IDENTITY),
			IntakeColumns.names(IntakeColumns.PERSON), IntakeColumns.each(IntakeColumns.IDENTITY, "r.$", ", "),
			IntakeColumns.each(IntakeColumns.PERSON, "r.$", ", ")
				.replace("r.joined_union_on", "coalesce(r.joined_union_on,"
						+ " case when :kind = 'IN_ADMISSION' then cast(:day as date) end)"),
			NEW);

	private static final String MEMBERSHIPS = """
			insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
				search_key, birth_date, birth_precision, gender, department, position, union_position, education,
				party_status)
			select uuidv7(), r.member_id, r.target_id, daterange(cast(:day as date), null), r.full_name, r.given_sort,
				r.surname_sort, r.middle_sort, r.search_key, r.birth_date, r.birth_precision, r.gender, r.department,
				r.position, r.union_position, r.education, coalesce(r.party_status, 'NONE')
			from import_row r where %s""".formatted(NEW);

	private static final String ENTRIES = """
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, decision_number,
				decision_signed_on, decision_signer, recorded_by)
			select uuidv7(), r.member_id, r.target_id, :kind, r.gender, cast(:day as date), :number,
				cast(:signedOn as date), :signer, cast(:by as uuid)
			from import_row r where %s""".formatted(NEW);

	/** For the way back. */
	private static final String BEFORE = """
			update import_row r set before = jsonb_build_object('member', to_jsonb(m), 'membership', to_jsonb(s))
			from member m, membership s where %s and m.id = r.member_id and s.id = r.membership_id"""
		.formatted(CHANGED);

	/**
	 * A corrected gender leaves and enters the ledger, and is turned back where the stay
	 * ends.
	 */
	private static final String GENDERS = """
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, pair_id, recorded_by)
			select uuidv7(), r.member_id, s.unit_id, x.kind, x.gender, x.day,
				md5(r.run_id::text || r.member_id || x.day)::uuid, cast(:by as uuid)
			from import_row r join membership s on s.id = r.membership_id
			cross join lateral (values ('OUT_CORRECTION', s.gender, cast(:day as date)),
				('IN_CORRECTION', r.gender, cast(:day as date)), ('OUT_CORRECTION', r.gender, upper(s.period)),
				('IN_CORRECTION', s.gender, upper(s.period))) x (kind, gender, day)
			where %s and jsonb_exists(r.changes, 'gender') and x.day is not null""".formatted(CHANGED);

	private static final String CORRECTED = """
			update member m set version = m.version + 1, full_name = r.full_name, surname = r.surname,
				middle_name = r.middle_name, given_name = r.given_name, gender = coalesce(r.gender, m.gender),
				birth_date = case when jsonb_exists(r.changes, 'birth') then r.birth_date else m.birth_date end,
				birth_precision = case when jsonb_exists(r.changes, 'birth') then r.birth_precision
					else m.birth_precision end, %s
			from import_row r where %s and m.id = r.member_id"""
		.formatted(IntakeColumns.each(IntakeColumns.plain(), "$ = coalesce(r.$, m.$)", ", "), CHANGED);

	/** Rosters of the past show the corrected name and birth date too. */
	private static final String NAMES = """
			update membership s set full_name = r.full_name, given_sort = r.given_sort, surname_sort = r.surname_sort,
				middle_sort = r.middle_sort, search_key = r.search_key, birth_date = m.birth_date,
				birth_precision = m.birth_precision
			from import_row r join member m on m.id = r.member_id
			where %s and s.member_id = r.member_id""".formatted(NAMED);

	private static final String SAME_DAY = """
			update membership s set %s from import_row r
			where %s and s.id = r.membership_id and lower(s.period) = cast(:day as date)"""
		.formatted(IntakeColumns.each(IntakeColumns.STANDING, "$ = coalesce(r.$, s.$)", ", "), DATED);

	private static final String FROM_DAY = """
			with closed as (
				update membership s set period = daterange(lower(s.period), cast(:day as date))
				from import_row r
				where %s and s.id = r.membership_id and lower(s.period) < cast(:day as date)
				returning r.row_number, old.period as was, s.*)
			insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
				search_key, birth_date, birth_precision, %s)
			select uuidv7(), s.member_id, s.unit_id, daterange(cast(:day as date), upper(s.was)), s.full_name,
				s.given_sort, s.surname_sort, s.middle_sort, s.search_key, s.birth_date, s.birth_precision, %s
			from closed s join import_row r on r.run_id = :run and r.row_number = s.row_number""".formatted(DATED,
			IntakeColumns.names(IntakeColumns.STANDING),
			IntakeColumns.each(IntakeColumns.STANDING, "coalesce(r.$, s.$)", ", "));

	/** In this order; a statement with nothing to do costs next to nothing. */
	static final List<String> STATEMENTS = List.of(RECORDS, MEMBERSHIPS, ENTRIES, BEFORE, GENDERS, CORRECTED, NAMES,
			SAME_DAY, FROM_DAY);

	/**
	 * What each row changed, for the record; people new to the book changed from nothing.
	 */
	static final String TOLD = told(false);

	/** The same when it is taken back. */
	static final String TOLD_BACK = told(true);

	/** Who was touched since the list was taken over. */
	static final String TOUCHED = """
			select r.row_number, r.full_name, r.member_id from import_row r left join member m on m.id = r.member_id
			where r.run_id = :run and r.verdict in ('NEW', 'CHANGED')
				and m.version is distinct from case when r.verdict = 'NEW' then 0 else r.member_version + 1 end
			order by r.row_number limit :limit""";

	private static final String NEVER_WERE = """
			delete from membership s using import_row r where %s and s.member_id = r.member_id""".formatted(NEW);

	private static final String TAKEN_BACK = """
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, pair_id, recorded_by)
			select uuidv7(), r.member_id, r.target_id, 'OUT_CORRECTION', r.gender, cast(:day as date), r.run_id,
				cast(:by as uuid)
			from import_row r where %s""".formatted(NEW);

	/** A person who was never a member does not stay in the book. */
	private static final String EMPTIED = """
			update member m set version = m.version + 1, full_name = :nobody, surname = '', middle_name = '',
				given_name = :nobody, birth_date = date '1900-01-01', birth_precision = 'YEAR', %s
			from import_row r where %s and m.id = r.member_id"""
		.formatted(IntakeColumns.each(withIdentity(IntakeColumns.plain()), "$ = null", ", "), NEW);

	private static final String GENDERS_BACK = """
			insert into movement (id, member_id, unit_id, kind, gender, effective_on, pair_id, recorded_by)
			select uuidv7(), r.member_id, s.unit_id, x.kind, x.gender, x.day,
				md5(r.run_id::text || r.member_id || x.day || 'back')::uuid, cast(:by as uuid)
			from import_row r cross join lateral jsonb_populate_record(null::membership, r.before->'membership') s
			cross join lateral (values ('OUT_CORRECTION', r.gender, cast(:day as date)),
				('IN_CORRECTION', s.gender, cast(:day as date)), ('OUT_CORRECTION', s.gender, upper(s.period)),
				('IN_CORRECTION', r.gender, upper(s.period))) x (kind, gender, day)
			where %s and jsonb_exists(r.changes, 'gender') and x.day is not null""".formatted(CHANGED);

	private static final String RECORDS_BACK = """
			update member m set version = m.version + 1, gender = b.gender, surname = b.surname,
				middle_name = b.middle_name, given_name = b.given_name, %s
			from import_row r cross join lateral jsonb_populate_record(null::member, r.before->'member') b
			where %s and m.id = r.member_id"""
		.formatted(IntakeColumns.each(withIdentity(IntakeColumns.PERSON), "$ = b.$", ", "), CHANGED);

	private static final String OPENED = """
			delete from membership s using import_row r
			where %s and s.member_id = r.member_id and s.id <> r.membership_id
				and lower(s.period) = cast(:day as date)""".formatted(DATED);

	private static final String MEMBERSHIPS_BACK = """
			update membership s set period = b.period, %s
			from import_row r cross join lateral jsonb_populate_record(null::membership, r.before->'membership') b
			where %s and s.id = r.membership_id"""
		.formatted(IntakeColumns.each(IntakeColumns.STANDING, "$ = b.$", ", "), DATED);

	private static final String NAMES_BACK = """
			update membership s set full_name = b.full_name, given_sort = b.given_sort, surname_sort = b.surname_sort,
				middle_sort = b.middle_sort, search_key = b.search_key, birth_date = b.birth_date,
				birth_precision = b.birth_precision
			from import_row r cross join lateral jsonb_populate_record(null::membership, r.before->'membership') b
			where %s and s.member_id = r.member_id""".formatted(NAMED);

	/** The way back, in this order. */
	static final List<String> UNDOING = List.of(NEVER_WERE, TAKEN_BACK, EMPTIED, GENDERS_BACK, RECORDS_BACK, OPENED,
			MEMBERSHIPS_BACK, NAMES_BACK);

	/**
	 * Numbers given for people known already, sealed for the id their row would have had.
	 */
	static final String NUMBERS = """
			select row_number, member_id, draft_id, identity_cipher, identity_tail from import_row
			where run_id = :run and verdict = 'CHANGED' and jsonb_exists(changes, 'identityNumber')
				and row_number > :after order by row_number limit 1000""";

	private IntakeWriting() {
	}

	private static String told(boolean undone) {
		return """
				select case r.verdict when 'NEW' then :new else :changed end as action, 'member' as kind,
					r.member_id as subject, r.target_id as unit, cast(:day as date) as day, cast(:reason as text) as reason,
					%s as changes
				from import_row r where r.run_id = :run and r.verdict in ('NEW', 'CHANGED') order by r.row_number"""
			.formatted(IntakeColumns.told(undone));
	}

	private static List<String> withIdentity(List<String> fields) {
		List<String> all = new ArrayList<>(fields);
		all.addAll(IntakeColumns.IDENTITY);
		return all;
	}

}
