package unionbook.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;

/**
 * Slows down guessing: after five failures an account name waits one minute, then twice
 * as long each time up to fifteen; an address may try sixty times a minute. The database
 * counts, so parallel tries are all seen, and nobody is locked out for ever by a
 * stranger.
 */
@Component
class SignInBrake {

	static final int TRIES_PER_ADDRESS = 60;

	private static final int FREE_FAILURES = 5;

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

	private static final Duration MEMORY = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final DayClock clock;

	SignInBrake(JdbcClient jdbc, DayClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts a try for a name before its password is looked at, and sets the wait that
	 * follows if it fails; success takes the count back. So however many come at once, no
	 * more passwords are tried than the count allows.
	 * @return false while the name waits; such a try is not counted
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	boolean nameMayTry(String username) {
		Instant now = this.clock.now();
		return this.jdbc.sql("""
				insert into sign_in_brake as b (subject, failures, since) values (:subject, 1, :now)
				on conflict (subject) do update set
					failures = case when b.since < :forgotten then 1 else b.failures + 1 end,
					since = :now,
					blocked_until = case when b.since >= :forgotten and b.failures + 1 >= :free
						then cast(:now as timestamptz) + least(:longest, interval '1 minute'
							* power(2, least(b.failures + 1 - :free, 10))) end
				where b.blocked_until is null or b.blocked_until <= :now
				returning failures""")
			.param("subject", "account:" + username)
			.param("now", Timestamp.from(now))
			.param("forgotten", Timestamp.from(now.minus(MEMORY)))
			.param("free", FREE_FAILURES)
			.param("longest", new org.postgresql.util.PGInterval(0, 0, 0, 0, (int) LONGEST_WAIT.toMinutes(), 0))
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	void succeeded(String username) {
		this.jdbc.sql("delete from sign_in_brake where subject = ?").param("account:" + username).update();
	}

	/** Counts a try from an address. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	boolean addressMayTry(String address) {
		Instant now = this.clock.now();
		return this.jdbc.sql("""
				insert into sign_in_brake as b (subject, failures, since) values (:subject, 1, :now)
				on conflict (subject) do update set
					failures = case when b.since < :window then 1 else b.failures + 1 end,
					since = case when b.since < :window then excluded.since else b.since end
				returning failures""")
			.param("subject", "address:" + address)
			.param("now", Timestamp.from(now))
			.param("window", Timestamp.from(now.minusSeconds(60)))
			.query(Integer.class)
			.single() <= TRIES_PER_ADDRESS;
	}

}
