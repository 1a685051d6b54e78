package unionbook;

import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two grassroots unions of one ministry, each with a row in every table that belongs to a
 * unit.
 */
final class TwoUnits {

	static final UUID MINISTRY = UUID.fromString("01900000-0000-7000-8000-000000000001");

	static final UUID OWN = UUID.fromString("01900000-0000-7000-8000-00000000000a");

	static final UUID FOREIGN = UUID.fromString("01900000-0000-7000-8000-00000000000b");

	private static final String ORGANISATION = """
			insert into unit (id) values (:unit);
			insert into unit_reach (root_id, unit_id) select distinct unnest(:path), :unit;
			insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
			values (:version, :unit, '[1990-01-01,)', :code, :code, 'GRASSROOTS', 'VU', 'STATE', :parent, :path);
			""";

	private static final String ROWS = """
			insert into unit_event (id, unit_id, kind, effective_on)
			values (uuidv7(), :unit, 'FOUNDED', '1990-01-01');
			insert into published_figure (id, unit_id, day, source) values (uuidv7(), :unit, '2020-12-31', 'a report');
			insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date)
			values (:member, :unit, 'Nguyễn An', 'Nguyễn', 'An', 'FEMALE', '1980-01-01');
			insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
				search_key, gender, birth_date, birth_precision)
			values (uuidv7(), :member, :unit, '[2000-01-01,)', 'Nguyễn An', 'An', 'Nguyễn', '', 'nguyen an', 'FEMALE',
				'1980-01-01', 'DAY');
			insert into movement (id, member_id, unit_id, kind, gender, effective_on)
			values (uuidv7(), :member, :unit, 'OPENING', 'FEMALE', '2000-01-01');
			insert into pledge (id, unit_id, year, level, status, code, title)
			values (:pledge, :unit, 2024, 'UNIT_JOINT', 'DRAFT', 'P', 'P');
			insert into pledge_party (id, pledge_id, unit_id, seq, side, name, unknown_reason)
			values (uuidv7(), :pledge, :unit, 1, 'UNION', 'the union', 'not known');
			insert into pledge_point (id, pledge_id, unit_id, seq, heading) values (uuidv7(), :pledge, :unit, 1, 'one');
			insert into pledge_target (id, pledge_id, unit_id, seq, text, kind, operator)
			values (:pledge, :pledge, :unit, 1, 'one', 'COUNT', 'GE');
			insert into target_result (id, target_id, unit_id, period, as_of)
			values (uuidv7(), :pledge, :unit, 'YEAR', '2024-12-31');
			insert into committee_term (id, unit_id, kind, name, period, planned_end, planned_size)
			values (:pledge, :unit, 'BCH', '2023–2028', '[2023-05-01,)', '2028-05-01', 3);
			insert into committee_seat (id, term_id, unit_id, member_id, role, kind, period)
			values (uuidv7(), :pledge, :unit, :member, 'CHAIR', 'ELECTED', '[2023-05-01,)');
			insert into committee_candidate (id, term_id, unit_id, seq, name, elected)
			values (uuidv7(), :pledge, :unit, 1, 'Nguyễn An', true);
			insert into account (id, username, display_name, password_hash)
			values (:member, 'officer.' || lower(:code), 'Officer', '-');
			insert into access_grant (id, account_id, role, unit_id, period)
			values (uuidv7(), :member, 'UNIT_OFFICER', :unit, '[2000-01-01,)');
			insert into import_run (id, unit_id, actor, file_name, file_size, status, sheets, recognised)
			values (:pledge, :unit, 'officer', 'list.xlsx', 1, 'CHECKED', '{}', '{}');
			insert into import_file (run_id, unit_id, content) values (:pledge, :unit, '');
			insert into import_row (run_id, row_number, unit_id) values (:pledge, 1, :unit);
			insert into reorganisation (id, unit_id, kind) values (:pledge, :unit, 'END');
			insert into reorganisation_file (reorganisation_id, unit_id, name, content) values (:pledge, :unit, 'a.pdf', '');
			insert into reorganisation_check (reorganisation_id, unit_id, item) values (:pledge, :unit, 'SEAL');
			insert into unit_event_link (event_id, from_unit, to_unit, from_name, to_name, unit_id)
			select id, ':ministry', unit_id, 'before', 'after', unit_id from unit_event where unit_id = :unit;
			insert into relocation (batch_id, membership_id, unit_id, member_id, was)
			select :pledge, id, unit_id, member_id, period from membership where unit_id = :unit;
			insert into structure_load (unit_id, file_name, content, effective_on, sent_by)
			values (:unit, 'tree.xlsx', '', '2020-01-01', 'officer');
			insert into audit_entry (id, actor, action, subject_kind, unit_id)
			values (uuidv7(), 'officer', 'member.changed', 'MEMBER', :unit);
			""";

	private TwoUnits() {
	}

	static void fill(DataSource owner) {
		organisation(owner);
		JdbcTemplate jdbc = new JdbcTemplate(owner);
		jdbc.execute(fill(ROWS, OWN, "C01"));
		jdbc.execute(fill(ROWS, FOREIGN, "C02"));
	}

	/** The units alone, without anything in them. */
	static void organisation(DataSource owner) {
		JdbcTemplate jdbc = new JdbcTemplate(owner);
		jdbc.execute(fill(ORGANISATION, MINISTRY, "M"));
		jdbc.execute(fill(ORGANISATION, OWN, "C01"));
		jdbc.execute(fill(ORGANISATION, FOREIGN, "C02"));
	}

	private static String fill(String statements, UUID unit, String code) {
		boolean top = unit.equals(MINISTRY);
		return statements.replace(":path", "array[" + (top ? "" : "'" + MINISTRY + "', ") + "'" + unit + "']::uuid[]")
			.replace(":ministry", MINISTRY.toString())
			.replace(":parent", top ? "null" : "'" + MINISTRY + "'")
			.replace(":unit", "uuid '" + unit + "'")
			.replace(":code", "'" + code + "'")
			.replace(":version", "md5('version" + unit + "')::uuid")
			.replace(":member", "md5('member" + unit + "')::uuid")
			.replace(":pledge", "md5('pledge" + unit + "')::uuid");
	}

}
