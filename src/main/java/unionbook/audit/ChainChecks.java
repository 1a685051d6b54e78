package unionbook.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes the chains and remembers what was found. A link is sound when its number and
 * its hash follow from the link before it; a chain is sound when it also ends where its
 * head says.
 */
@Service
class ChainChecks {

	private static final String CHECK = """
			with link as (
				select e.chain, e.number, e.hash, coalesce(lag(e.number) over chain, 0) + 1 as expected,
					e.hash = audit_hash(coalesce(lag(e.hash) over chain, ''), e) as sound
				from audit_entry e where e.chain = any (:chains)
				window chain as (partition by e.chain order by e.number)
			), chain as (
				select chain, count(*) as entries, max(number) as last, least(min(number) filter (where not sound),
					min(expected) filter (where number <> expected)) as broken
				from link group by chain
			), verdict as materialized (
				select coalesce(c.chain, h.chain_id) as chain_id, coalesce(c.entries, 0) as entries,
					coalesce(c.last, 0) as last, least(c.broken, case
						when h.number is null then 1
						when h.number > coalesce(c.last, 0) then coalesce(c.last, 0) + 1
						when h.number < c.last then h.number + 1
						when h.hash <> (select e.hash from audit_entry e where e.chain = c.chain and e.number = c.last)
							then c.last
					end) as broken
				from chain c full join (select * from audit_head where chain_id = any (:chains)) h on h.chain_id = c.chain
			)
			insert into audit_check as k (chain_id, checked_at, entries, sound_until, broken_number, broken_at)
			select v.chain_id, clock_timestamp(), v.entries, (
					select e.recorded_at from audit_entry e
					where e.chain = v.chain_id and e.number = coalesce(v.broken - 1, v.last)),
				v.broken, (
					select e.recorded_at from audit_entry e where e.chain = v.chain_id and e.number = v.broken)
			from verdict v order by v.chain_id
			on conflict (chain_id) do update set checked_at = excluded.checked_at, entries = excluded.entries,
				sound_until = excluded.sound_until, broken_number = excluded.broken_number,
				broken_at = excluded.broken_at""";

	private final JdbcClient jdbc;

	private final AuditLog log;

	private final ApplicationEventPublisher events;

	ChainChecks(JdbcClient jdbc, AuditLog log, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.log = log;
		this.events = events;
	}

	/**
	 * Checks every chain in reach.
	 * @return what was found
	 * @throws unionbook.platform.Forbidden if the actor may not read the log
	 */
	@Transactional
	State check() {
		UUID[] chains = whole(this.log.chains());
		// reads for longer than a page may
		this.jdbc.sql("select set_config('statement_timeout', '10min', true)").query(String.class).single();
		this.jdbc.sql(CHECK).param("chains", chains).update();
		State state = read(chains);
		this.events.publishEvent(new AuditVerified(state));
		return state;
	}

	/** What the last check of the chains in reach found. */
	@Transactional(readOnly = true)
	State state() {
		return read(this.log.chains());
	}

	/** Of a unit handed over only the beginning of the chain is seen. */
	private UUID[] whole(UUID[] chains) {
		return this.jdbc.sql("select c from unnest(?) c where c <> all (reached_units()) or c = any (kept_units())")
			.param(chains)
			.query(UUID.class)
			.list()
			.toArray(UUID[]::new);
	}

	private State read(UUID[] chains) {
		return new State(this.jdbc.sql("""
				select k.*, (select v.name from unit_version v where v.unit_id = k.chain_id
					order by lower(v.period) desc limit 1) as name
				from audit_check k where k.chain_id = any (?)
				order by k.broken_number is null, name nulls first, k.chain_id""")
			.param(chains)
			.query(ChainChecks::checked)
			.list());
	}

	private static Checked checked(ResultSet row, int number) throws SQLException {
		return new Checked(row.getObject("chain_id", UUID.class), row.getString("name"),
				Objects.requireNonNull(moment(row, "checked_at")), row.getLong("entries"), moment(row, "sound_until"),
				row.getObject("broken_number", Long.class), moment(row, "broken_at"));
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time == null) ? null : time.toInstant();
	}

	/**
	 * What a check found of one chain.
	 *
	 * @param chain the chain
	 * @param unitName whose it is, or null for the chain of no unit
	 * @param checkedAt when it was checked
	 * @param entries how many entries it had
	 * @param soundUntil when its last sound entry was written, or null
	 * @param broken the number of the first link that does not follow, or null
	 * @param brokenAt when that entry was written, or null when it is missing
	 */
	record Checked(UUID chain, @Nullable String unitName, Instant checkedAt, long entries, @Nullable Instant soundUntil,
			@Nullable Long broken, @Nullable Instant brokenAt) {

		public ZonedDateTime checked() {
			return AuditPage.zoned(this.checkedAt);
		}

		public @Nullable ZonedDateTime until() {
			return (this.soundUntil == null) ? null : AuditPage.zoned(this.soundUntil);
		}

		public @Nullable ZonedDateTime brokenTime() {
			return (this.brokenAt == null) ? null : AuditPage.zoned(this.brokenAt);
		}

	}

	/**
	 * What the last checks found.
	 *
	 * @param chains the chains, broken ones first
	 */
	record State(List<Checked> chains) {

		/** The first chain that is broken, or null. */
		public @Nullable Checked broken() {
			return this.chains.stream().filter((chain) -> chain.broken() != null).findFirst().orElse(null);
		}

		public long entries() {
			return this.chains.stream().mapToLong(Checked::entries).sum();
		}

		/** When the chain checked longest ago was checked, or null when none was. */
		public @Nullable ZonedDateTime checkedAt() {
			return this.chains.stream()
				.map(Checked::checkedAt)
				.min(Comparator.naturalOrder())
				.map(AuditPage::zoned)
				.orElse(null);
		}

		/** When the last sound entry was written, or null. */
		public @Nullable ZonedDateTime until() {
			return this.chains.stream()
				.flatMap((chain) -> java.util.stream.Stream.ofNullable(chain.soundUntil()))
				.max(Comparator.naturalOrder())
				.map(AuditPage::zoned)
				.orElse(null);
		}

	}

}
