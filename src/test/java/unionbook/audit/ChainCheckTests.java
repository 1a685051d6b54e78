package unionbook.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.OpenScope;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody does who owns the database and switches its triggers off. */
class ChainCheckTests {

	private static final UUID MINISTRY = new UUID(0, 1);

	private static final UUID FIRST = new UUID(0, 2);

	private static final UUID SECOND = new UUID(0, 3);

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient owner = JdbcClient.create(this.database.owner());

	private final ChainChecks checks = new ChainChecks(this.owner, new AuditLog(this.owner, new OpenScope(this.owner)),
			(event) -> {
			});

	@BeforeEach
	void twoChainsOfTenLinks() {
		AuditExamples.units(this.owner, MINISTRY, List.of(FIRST, SECOND));
		IntStream.range(0, 10).forEach((i) -> this.owner.sql("""
				insert into audit_entry (id, actor, action, subject_kind, unit_id, changes)
				values (uuidv7(), 'officer', 'member.changed', 'member', ?, '{"phone": {"before": "1", "after": "2"}}'),
					(uuidv7(), 'officer', 'member.changed', 'member', ?, '{}')""").params(FIRST, SECOND).update());
	}

	@Test
	void nothingIsWrongWithWhatNobodyTouched() {
		ChainChecks.State state = check();

		assertThat(state.broken()).isNull();
		assertThat(state.entries()).isEqualTo(20);
		assertThat(state.chains()).hasSize(2).allMatch((chain) -> chain.soundUntil() != null);
	}

	@Test
	void aChangedValueIsFoundAtItsLink() {
		tamper("update audit_entry set changes = '{\"phone\": {\"before\": \"1\", \"after\": \"3\"}}'"
				+ " where unit_id = '%s' and number = 4");

		assertBroken(4);
	}

	@Test
	void everyColumnCounts() {
		List<String> columns = this.owner.sql("""
				select column_name from information_schema.columns where table_name = 'audit_entry'
					and is_generated = 'NEVER' and column_name not in ('hash', 'number', 'unit_id')""")
			.query(String.class)
			.list();
		assertThat(columns).hasSizeGreaterThan(15);
		for (String column : columns) {
			tamper("create temp table kept as select * from audit_entry where unit_id = '%1$s' and number = 4;"
					+ " update audit_entry set " + column + " = (select f." + column
					+ " from jsonb_populate_record(null::audit_entry, '{\"id\": \"01900000-0000-7000-8000-00000000000f\","
					+ " \"recorded_at\": \"2020-01-01\", \"account_id\": \"01900000-0000-7000-8000-00000000000f\","
					+ " \"actor\": \"-\", \"address\": \"-\", \"request_id\": \"-\", \"action\": \"-\","
					+ " \"subject_kind\": \"-\", \"subject_id\": \"01900000-0000-7000-8000-00000000000f\","
					+ " \"effective_on\": \"2020-01-01\", \"reason\": \"-\", \"changes\": {\"a\": 1},"
					+ " \"actor_name\": \"-\", \"grant_role\": \"-\", \"grant_unit\": \"01900000-0000-7000-8000-00000000000f\","
					+ " \"group_id\": \"01900000-0000-7000-8000-00000000000f\", \"group_size\": 7}') f)"
					+ " where unit_id = '%1$s' and number = 4");
			ChainChecks.Checked broken = check().broken();
			assertThat(broken).as(column).isNotNull();
			assertThat(broken.broken()).as(column).isEqualTo(4);
			tamper("delete from audit_entry where unit_id = '%1$s' and number = 4;"
					+ " alter table kept drop column chain;"
					+ " do $$ declare c text := (select string_agg(column_name, ', ') from information_schema.columns"
					+ " where table_name = 'audit_entry' and is_generated = 'NEVER'); begin"
					+ " execute format('insert into audit_entry (%%1$s) select %%1$s from kept', c); end $$; drop table kept");
			assertThat(check().broken()).as(column).isNull();
		}
	}

	@Test
	void aRemovedEntryIsFoundByItsNumber() {
		tamper("delete from audit_entry where unit_id = '%s' and number = 4");

		assertBroken(4);
	}

	@Test
	void theLastEntryIsMissedToo() {
		tamper("delete from audit_entry where unit_id = '%s' and number = 10");

		ChainChecks.Checked broken = assertBroken(10);
		assertThat(broken.brokenAt()).isNull();
	}

	@Test
	void aHeadMovedBackAfterRemovingTheLastEntriesDoesNotFit() {
		tamper("delete from audit_entry where unit_id = '%1$s' and number > 7;"
				+ " update audit_head set number = 8 where chain_id = '%1$s'");

		assertBroken(8);
	}

	@Test
	void aHashMadeToFitItsEntryBreaksTheNextLink() {
		tamper("update audit_entry set actor = 'another' where unit_id = '%1$s' and number = 4;"
				+ " update audit_entry e set hash = audit_hash((select hash from audit_entry p"
				+ " where p.unit_id = e.unit_id and p.number = 3), e) where unit_id = '%1$s' and number = 4");

		assertBroken(5);
	}

	@Test
	void anEntryPutBetweenOthersIsFound() {
		tamper("update audit_entry set number = number + 100 where unit_id = '%1$s' and number > 6;"
				+ " update audit_entry set number = number - 99 where unit_id = '%1$s' and number > 100");

		assertBroken(7);
	}

	@Test
	void aWholeChainTakenAwayIsMissed() {
		tamper("delete from audit_entry where unit_id = '%s'");

		assertBroken(1);
	}

	private ChainChecks.Checked assertBroken(long number) {
		ChainChecks.Checked broken = check().broken();
		assertThat(broken).isNotNull();
		assertThat(broken.chain()).isEqualTo(FIRST);
		assertThat(broken.broken()).isEqualTo(number);
		assertThat(check().chains()).filteredOn((chain) -> chain.broken() == null)
			.extracting(ChainChecks.Checked::chain)
			.containsExactly(SECOND);
		return broken;
	}

	private ChainChecks.State check() {
		return CurrentActor.runAs(Actor.system("check", new UnitId(MINISTRY)), this.checks::check);
	}

	/** One connection, for temporary tables live no longer. */
	private void tamper(String statements) {
		String all = "alter table audit_entry disable trigger user; alter table audit_head disable trigger user; "
				+ statements.formatted(FIRST).replace("create temp table kept", "create table kept")
				+ "; alter table audit_entry enable trigger user; alter table audit_head enable trigger user";
		new org.springframework.jdbc.core.JdbcTemplate(this.database.owner()).execute(all);
	}

}
