package unionbook.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.DemonstrationTest;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.shared.AuditedBatch;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Entries live and die with the change they tell of. */
@DemonstrationTest
class JournalTests {

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final JdbcClient owner;

	private final List<UnitId> units;

	private final UnitId top;

	JournalTests(@Autowired ApplicationEventPublisher events, @Autowired PlatformTransactionManager transactions,
			@Autowired TestDatabase database) {
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.owner = JdbcClient.create(database.owner());
		this.top = new UnitId(this.owner.sql("select unit_id from unit_version where code = 'KHDT' limit 1")
			.query(UUID.class)
			.single());
		this.units = this.owner.sql("select unit_id from unit_reach where root_id = ? order by 1 limit 6")
			.param(this.top.value())
			.query(UUID.class)
			.list()
			.stream()
			.map(UnitId::new)
			.toList();
	}

	@Test
	void aChangeThatIsTakenBackLeavesNoEntry() {
		String mark = mark();
		as(() -> this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new Done(this.units.getFirst(), mark));
			status.setRollbackOnly();
		}));

		assertThat(count(mark)).isZero();
	}

	@Test
	void anEntryThatCannotBeWrittenTakesTheChangeBack() {
		String mark = mark();
		UnitId foreign = new UnitId(this.owner.sql("select unit_id from unit_version where code = 'BCT' limit 1")
			.query(UUID.class)
			.single());

		org.assertj.core.api.Assertions.assertThatException()
			.isThrownBy(() -> as(() -> this.transaction.executeWithoutResult((status) -> {
				this.events.publishEvent(new Done(this.units.getFirst(), mark));
				this.events.publishEvent(new Done(foreign, mark));
			})));

		assertThat(count(mark)).isZero();
	}

	@Test
	void anImportIsOneLineForEachUnitHoweverLong() {
		String mark = mark();
		UUID[] units = this.units.stream().map(UnitId::value).toArray(UUID[]::new);
		as(() -> this.transaction.executeWithoutResult((status) -> {
			for (int piece = 0; piece < 5; piece++) {
				this.events.publishEvent(new AuditedBatch(
						"""
								select 'member.imported' as action, 'member' as kind, uuidv7() as subject,
									(cast(:units as uuid[]))[1 + i % 2] as unit, date '2024-03-01' as day, cast(:mark as text) as reason,
									'{"phone": {"before": null, "after": "1"}}'::jsonb as changes
								from generate_series(1, 1000) i""",
						Map.of("mark", mark, "units", units)));
			}
		}));

		assertThat(count(mark)).isEqualTo(5000);
		assertThat(this.owner.sql("select group_size from audit_entry where reason = ? and group_size is not null")
			.param(mark)
			.query(Integer.class)
			.list()).containsExactly(2500, 2500);
		assertThat(this.owner
			.sql("select distinct actor || ' ' || grant_role || ' ' || grant_unit from audit_entry where reason = ?")
			.param(mark)
			.query(String.class)
			.list()).containsExactly("journal MINISTRY_ADMIN " + this.top);
		assertThat(AuditExamples.broken(this.owner)).isEmpty();
	}

	@Test
	void writersOfManyUnitsInAnyOrderDoNotBlockEachOther() throws Exception {
		String mark = mark();
		try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
			List<Future<?>> writers = IntStream.range(0, 6).<Future<?>>mapToObj((writer) -> threads.submit(() -> {
				Random dice = new Random(writer);
				for (int i = 0; i < 15; i++) {
					List<UnitId> mixed = new ArrayList<>(this.units);
					Collections.shuffle(mixed, dice);
					as(() -> this.transaction.executeWithoutResult(
							(status) -> mixed.forEach((unit) -> this.events.publishEvent(new Done(unit, mark)))));
				}
			})).toList();
			for (Future<?> writer : writers) {
				writer.get();
			}
		}

		assertThat(count(mark)).isEqualTo(6 * 15 * 6);
		assertThat(AuditExamples.broken(this.owner)).isEmpty();
	}

	@Test
	void anEntryTellsWhoActedInWhichRole() {
		String mark = mark();
		as(() -> this.events.publishEvent(new Done(this.units.getFirst(), mark)));

		assertThat(this.owner
			.sql("select actor || ' ' || actor_name || ' ' || grant_role || ' ' || grant_unit"
					+ " from audit_entry where reason = ?")
			.param(mark)
			.query(String.class)
			.single()).isEqualTo("journal journal MINISTRY_ADMIN " + this.top);
	}

	private void as(Runnable work) {
		CurrentActor.runAs(Actor.system("journal", this.top), () -> {
			work.run();
			return true;
		});
	}

	private long count(String mark) {
		return this.owner.sql("select count(*) from audit_entry where reason = ?")
			.param(mark)
			.query(Long.class)
			.single();
	}

	private static String mark() {
		return UUID.randomUUID().toString();
	}

	private record Done(UnitId unit, String reason) implements AuditedEvent {

		@Override
		public String action() {
			return "member.changed";
		}

		@Override
		public String subjectKind() {
			return "member";
		}

		@Override
		public @Nullable UUID subject() {
			return null;
		}

		@Override
		public Map<String, Change> changes() {
			return Map.of("phone", new Change("1", "2"));
		}

	}

}
