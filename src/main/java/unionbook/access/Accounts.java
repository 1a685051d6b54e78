package unionbook.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Actor;
import unionbook.platform.DayClock;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.platform.RuleViolation;
import unionbook.shared.AccountId;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

/** The accounts and what they hold on a day. */
@Service
public class Accounts {

	private final JdbcClient jdbc;

	private final Passwords passwords;

	private final DayClock clock;

	Accounts(JdbcClient jdbc, Passwords passwords, DayClock clock) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.clock = clock;
	}

	/**
	 * Opens an account.
	 * @param username the name to type at sign-in
	 * @param displayName the name shown to people
	 * @param password the first password
	 * @return the new account
	 * @throws RuleViolation if the name is taken
	 */
	@Transactional
	public AccountId open(String username, String displayName, String password) {
		AccountId account = AccountId.next();
		// a row written under "on conflict" must be visible to its writer
		setting("app.username", AccountName.of(username));
		int opened = this.jdbc.sql("""
				insert into account (id, username, display_name, password_hash) values (?, ?, ?, ?)
				on conflict do nothing""")
			.params(account.value(), AccountName.of(username), displayName, this.passwords.hash(password))
			.update();
		if (opened == 0) {
			throw new RuleViolation("access.account.taken", username).onField("username");
		}
		return account;
	}

	/**
	 * Grants a role from today on.
	 * @param account the account
	 * @param role the role
	 * @param unit where, or null for an operator
	 * @param subtree whether it also reaches what is below
	 * @param from the first day
	 */
	@Transactional
	public void grant(AccountId account, Role role, @Nullable UnitId unit, boolean subtree, LocalDate from) {
		this.jdbc.sql("""
				insert into access_grant (id, account_id, role, unit_id, subtree, period)
				values (?, ?, ?, cast(? as uuid), ?, daterange(cast(? as date), null))""")
			.param(Ids.next())
			.param(account.value())
			.param(role.name())
			.param((unit == null) ? null : unit.toString())
			.param(subtree)
			.param(from)
			.update();
	}

	/**
	 * What sign-in needs of one account; the settings open this one row and nothing else.
	 */
	@Transactional(readOnly = true)
	Optional<Credentials> credentials(String username) {
		setting("app.username", username);
		return this.jdbc.sql("select id, password_hash from account where username = ? and disabled_at is null")
			.param(username)
			.query((row, n) -> new Credentials(new AccountId(row.getObject(1, UUID.class)), row.getString(2)))
			.optional();
	}

	@Transactional
	void rehash(AccountId account, String hash) {
		setting("app.signin", account.toString());
		this.jdbc.sql("update account set password_hash = ?, version = version + 1 where id = ?")
			.params(hash, account.value())
			.update();
	}

	/**
	 * The account as an actor of today, or empty when it is disabled or holds nothing any
	 * more.
	 */
	@Transactional(readOnly = true)
	Optional<Actor> actor(SignedIn signedIn) {
		setting("app.signin", signedIn.account().toString());
		List<Row> rows = this.jdbc.sql("""
				select a.display_name, g.role, g.unit_id, g.subtree
				from account a join access_grant g on g.account_id = a.id
				where a.id = ? and a.disabled_at is null and g.period @> cast(? as date)
				order by g.role = 'VIEWER', lower(g.period), g.id""")
			.params(signedIn.account(), this.clock.today())
			.query((row, n) -> new Row(row.getString(1), row.getString(2), row.getObject(3, UUID.class),
					row.getBoolean(4)))
			.list();
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Actor(signedIn.id(), signedIn.username(), rows.getFirst().displayName(),
				rows.stream().map(Row::grant).toList()));
	}

	/**
	 * Opens the narrow policies of the account tables for the rest of the transaction.
	 */
	private void setting(String name, String value) {
		this.jdbc.sql("select set_config(?, ?, true)").params(name, value).query(String.class).single();
	}

	/**
	 * What a password is compared with.
	 *
	 * @param account the account
	 * @param passwordHash its hash
	 */
	record Credentials(AccountId account, String passwordHash) {
	}

	private record Row(String displayName, String role, @Nullable UUID unitId, boolean subtree) {

		Grant grant() {
			return new Grant(Role.valueOf(this.role), (this.unitId == null) ? null : new UnitId(this.unitId),
					this.subtree);
		}

	}

}
