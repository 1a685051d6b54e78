package unionbook.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way into an installation without accounts: a link printed in the log at each start
 * until it was used once. Only its fingerprint is kept, in memory.
 */
@Component
class SetupLink {

	private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);

	private final JdbcClient jdbc;

	private final String baseUrl;

	private volatile byte @Nullable [] fingerprint;

	SetupLink(JdbcClient jdbc, @Value("${unionbook.base-url:http://localhost:8080}") String baseUrl) {
		this.jdbc = jdbc;
		this.baseUrl = baseUrl;
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		if (used()) {
			return;
		}
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		this.fingerprint = hash(token);
		LOG.warn("No account exists yet. Open this link once to make the first administrator: {}/setup/{}",
				this.baseUrl, token);
	}

	boolean opens(String token) {
		byte[] expected = this.fingerprint;
		return expected != null && MessageDigest.isEqual(expected, hash(token));
	}

	/**
	 * Uses the link up, in the transaction of the setup: the row can be written once, so
	 * the link works once.
	 */
	@Transactional
	boolean use() {
		int written = this.jdbc
			.sql("insert into installation (key, value) values ('set-up', 'true') on conflict (key) do nothing")
			.update();
		return written == 1;
	}

	void forget() {
		this.fingerprint = null;
	}

	private boolean used() {
		return this.jdbc.sql("select exists (select from installation where key in ('set-up', 'demonstration'))")
			.query(Boolean.class)
			.single();
	}

	private static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
