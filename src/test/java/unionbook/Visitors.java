package unionbook;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration officers at a running server, and what stands in its database. */
@TestComponent
class Visitors {

	private final Map<String, Visitor> known = new ConcurrentHashMap<>();

	private final Environment environment;

	private final JdbcClient owner;

	private final TestDatabase database;

	Visitors(Environment environment, TestDatabase database) {
		this.environment = environment;
		this.database = database;
		this.owner = JdbcClient.create(database.owner());
	}

	int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

	/** Somebody who has not signed in; tests knock oftener than one address may. */
	Visitor stranger() {
		this.owner.sql("delete from sign_in_brake where subject like 'address:%'").update();
		return new Visitor(port());
	}

	/** An officer, signed in once. */
	Visitor officer(String username) {
		Visitor visitor = this.known.computeIfAbsent(username, this::another);
		return visitor;
	}

	/** The same officer at another browser. */
	Visitor another(String username) {
		Visitor visitor = stranger();
		assertThat(visitor.location(visitor.signIn(username, Officers.PASSWORD))).as("sign-in of %s", username)
			.isEqualTo("/");
		return visitor;
	}

	/** Sends bytes and reads everything until the server closes. */
	String raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The stored rows of what officers write, in one word. */
	String rows() {
		StringBuilder rows = new StringBuilder();
		for (String table : new String[] { "unit_version", "member", "membership", "movement", "pledge",
				"pledge_target", "target_result", "account", "access_grant" }) {
			rows.append(table).append(' ').append(this.owner.sql("""
					select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')
					from %s t""".formatted(table)).query(String.class).single()).append('\n');
		}
		return rows.toString();
	}

	long audited(String action) {
		return this.owner.sql("select count(*) from audit_entry where action = ?")
			.param(action)
			.query(Long.class)
			.single();
	}

	JdbcClient owner() {
		return this.owner;
	}

	/** The things the cases name. */
	Map<String, String> things() {
		WallsTests.Things own = WallsTests.Things.of(this.database, "KHDT", "C01");
		WallsTests.Things sibling = WallsTests.Things.of(this.database, "KHDT", "C02");
		WallsTests.Things other = WallsTests.Things.of(this.database, "KHDT", "C03");
		WallsTests.Things foreign = WallsTests.Things.of(this.database, "BCT", "C02");
		UUID ministry = this.owner.sql("select path[1] from unit_version where unit_id = ? limit 1")
			.param(foreign.unit())
			.query(UUID.class)
			.single();
		return Map.of("{A}", own.unit().toString(), "{B}", sibling.unit().toString(), "{C}", other.unit().toString(),
				"{M2}", ministry.toString(), "{memberOfA}", own.member().toString(), "{memberOfB}",
				sibling.member().toString(), "{pledgeOfB}", foreign.pledge().toString(), "{nameOfB}",
				sibling.memberName());
	}

}
