package unionbook.archive;

/**
 * The queries of an archive. A unit belongs to it for the time it stood below the root;
 * what begins after the day is not told, and what ended later goes on.
 */
final class ArchiveSql {

	/** The units ever below the root, by their last name up to the day. */
	private static final String HELD = """
			with held as materialized (
				select v.unit_id, (array_agg(v.code order by lower(v.period) desc))[1] as code,
					(array_agg(v.name order by lower(v.period) desc))[1] as name,
					bool_or(v.period @> cast(:day as date)) and reached_on(v.unit_id, cast(:day as date)) as living,
					daterange(min(lower(v.period)), nullif(max(coalesce(upper(v.period), 'infinity')), 'infinity')) as span
				from unit_version v
				where :root = any (v.path) and lower(v.period) <= cast(:day as date) and v.unit_id = any (:units)
				group by v.unit_id)
			""";

	private static final String PLACE = "h.code as unit_code, h.name as unit_name, ";

	private static final String NAMES = "m.given_sort, m.surname_sort, m.middle_sort, m.member_id";

	private static final String LAST_DAY = """
			case when upper(%1$s.period) <= cast(:closing as date) then upper(%1$s.period) - 1 end as last_day
			""";

	private static final String DECISION = "%1$s.decision_number, %1$s.decision_signed_on, %1$s.decision_signer\n";

	static final String UNITS = HELD
			+ """
					select h.code as unit_code, h.name as unit_name, v.kind, v.host_kind, v.funding_type,
						(select p.name from unit_version p where p.unit_id = v.parent_id and p.period @> cast(:day as date)) as superior,
						coalesce(f.members, 0) as members, coalesce(f.women, 0) as women,
						case when f.members > 0 then round(100.0 * f.women / f.members, 2) end as share
					from held h
					join unit_version v on v.unit_id = h.unit_id and v.period @> cast(:day as date)
					left join (select unit_id, sum(members) as members,
							coalesce(sum(members) filter (where gender = 'FEMALE'), 0) as women
						from headcount(array(select unit_id from held where living), 'ALL', cast(:day as date))
						group by unit_id) f on f.unit_id = h.unit_id
					where h.living
					order by cardinality(v.path), h.code, h.unit_id""";

	static final String ROSTER = HELD + "select " + PLACE + """
				m.full_name, m.gender, m.birth_date, m.birth_precision, m.department, m.position, m.union_position,
				m.education, m.party_status, r.joined_union_on
			from held h
			join membership m on m.unit_id = h.unit_id and m.period @> cast(:day as date)
			left join member r on r.id = m.member_id
			where h.living
			order by h.code, h.unit_id,
			""" + NAMES;

	static final String HISTORY = HELD + "select " + PLACE + """
				m.full_name, m.gender, m.birth_date, m.birth_precision, lower(m.period) as first_day, m.department,
				m.position, m.union_position, m.education, m.party_status,
			""" + LAST_DAY.formatted("m") + """
			from held h
			join membership m on m.unit_id = h.unit_id and m.period && h.span and lower(m.period) <= cast(:day as date)
			order by
			""" + NAMES + ", m.period, m.id";

	static final String MOVEMENTS = HELD + "select " + PLACE + """
				o.effective_on, o.kind, m.full_name, o.gender, coalesce(o.counterpart, c.name) as counterpart, o.reason,
			""" + DECISION.formatted("o") + """
			from held h
			join movement o on o.unit_id = h.unit_id and o.effective_on <= cast(:closing as date)
				and o.effective_on >= lower(h.span) and o.effective_on <= coalesce(upper(h.span), o.effective_on)
			left join lateral (select * from membership m where m.member_id = o.member_id and m.unit_id = o.unit_id
				order by lower(m.period) <= o.effective_on desc, m.period desc limit 1) m on true
			left join lateral (select v.name from unit_version v where v.unit_id = o.counterpart_unit_id
				order by v.period @> o.effective_on desc, v.period desc limit 1) c on true
			order by o.effective_on, h.code, h.unit_id, m.given_sort, m.surname_sort, m.middle_sort, o.id""";

	private static final String TERM = """
			from held h
			join committee_term t on t.unit_id = h.unit_id and t.period && h.span and lower(t.period) <= cast(:day as date)
			""";

	private static final String BODIES = """
			order by h.code, h.unit_id, array_position(array['BCH', 'BTV', 'UBKT', 'BAN_NU_CONG', 'BTTND', 'TO_CONG_DOAN'],
				t.kind), t.body_name, t.period""";

	static final String TERMS = HELD + "select " + PLACE + """
				t.kind, t.body_name, t.name, lower(t.period) as first_day, t.planned_end, t.planned_size, t.congress_on,
				t.delegates_called, t.delegates_present, t.ballots_valid, s.seats, s.women,
				case when upper(t.period) <= cast(:closing as date) then t.end_reason end as end_reason,
			""" + DECISION.formatted("t") + ", " + LAST_DAY.formatted("t") + TERM + """
			cross join lateral (
				select count(*) as seats, count(*) filter (where (select m.gender from membership m
					where m.member_id = s.member_id limit 1) = 'FEMALE') as women
				from committee_seat s where s.term_id = t.id
					and s.period @> greatest(lower(t.period), least(cast(:day as date), upper(t.period) - 1))) s
			""" + BODIES;

	static final String SEATS = HELD + "select " + PLACE + """
				t.kind as body, t.body_name, t.name as term, m.full_name, m.gender, m.birth_date, m.birth_precision,
				m.position, s.role, s.kind, lower(s.period) as first_day,
				case when upper(s.period) <= cast(:closing as date) then s.end_reason end as end_reason,
			""" + DECISION.formatted("s") + ", " + LAST_DAY.formatted("s") + TERM + """
			join committee_seat s on s.term_id = t.id and lower(s.period) <= cast(:day as date)
			left join lateral (select * from membership m where m.member_id = s.member_id
					and lower(m.period) <= greatest(lower(s.period), least(cast(:day as date), upper(s.period) - 1))
				order by m.period desc limit 1) m on true
			""" + BODIES + ", array_position(array['CHAIR', 'PERMANENT_DEPUTY', 'DEPUTY', 'MEMBER'], s.role), " + NAMES
			+ ", s.period";

	private static final String PLEDGE = """
			from held h
			join pledge p on p.unit_id = h.unit_id and (p.signed_on is null or p.signed_on <= cast(:day as date))
				and p.year between extract(year from lower(h.span))
					and extract(year from least(cast(:day as date), upper(h.span) - 1))
			""";

	static final String PLEDGES = HELD + "select " + PLACE + """
				p.code, p.year, p.level, p.status, p.title, p.document_number, p.signed_on, p.signed_date_precision,
				p.end_reason, p.snapshot_sha256,
				(select string_agg(concat_ws(': ', s.name, s.signatory_name), '; ' order by s.seq)
					from pledge_party s where s.pledge_id = p.id) as parties
			""" + PLEDGE + "order by p.year, h.code, h.unit_id, p.code, p.id";

	static final String POINTS = HELD + "select " + PLACE + "p.code, p.year, c.seq, c.heading, c.body\n" + PLEDGE
			+ "join pledge_point c on c.pledge_id = p.id\norder by p.year, h.code, h.unit_id, p.code, p.id, c.seq";

	/** For the rows of targets, which the pledges tell themselves. */
	static final String TARGETS = HELD + "select " + PLACE + "p.id, p.status as state\n" + PLEDGE;

	static final String VERSIONS = HELD
			+ """
					select v.code as unit_code, v.name as unit_name, v.kind, v.host_kind, v.funding_type, lower(v.period) as first_day,
						(select p.name from unit_version p where p.unit_id = v.parent_id
							order by p.period @> lower(v.period) desc, abs(lower(p.period) - lower(v.period)) limit 1) as superior,
					"""
			+ LAST_DAY.formatted("v") + """
					from held h join unit_version v on v.unit_id = h.unit_id and lower(v.period) <= cast(:day as date)
					order by h.code, h.unit_id, v.period""";

	static final String EVENTS = HELD + "select " + PLACE + "e.effective_on, e.kind, e.note, " + DECISION.formatted("e")
			+ """

					from held h join unit_event e on e.unit_id = h.unit_id and e.effective_on <= cast(:closing as date)
					order by e.effective_on, h.code, h.unit_id, e.id""";

	static final String KINSHIP = HELD + "select l.from_name, l.to_name, e.effective_on, e.kind, "
			+ DECISION.formatted("e") + """

					from unit_event_link l join unit_event e on e.id = l.event_id
					where (l.from_unit in (select unit_id from held) or l.to_unit in (select unit_id from held))
						and e.effective_on <= cast(:closing as date)
						and not exists (select from unit_event u where u.unit_id = e.unit_id and u.kind = 'UNDONE'
							and u.reorganisation_id = e.reorganisation_id)
					order by e.effective_on, l.from_name, l.to_name, e.id""";

	static final String FIGURES = """
			%s
			select (select count(*) from held where living) as units, coalesce(f.members, 0) as members,
				coalesce(f.women, 0) as women,
				(select count(distinct m.member_id) from held h join membership m on m.unit_id = h.unit_id
					and m.period && h.span and lower(m.period) <= cast(:day as date)) as people,
				(select count(*) from (%s) x) as movements, (select count(*) from (%s) x) as terms,
				(select count(*) from (%s) x) as seats, (select count(*) from (%s) x) as pledges,
				(select count(*) from (%s) x) as decisions
			from (select sum(members) as members, sum(members) filter (where gender = 'FEMALE') as women
				from headcount(array(select unit_id from held where living), 'ALL', cast(:day as date))) f"""
		.formatted(HELD, MOVEMENTS, TERMS, SEATS, PLEDGES, EVENTS);

	private ArchiveSql() {
	}

}
