package unionbook.member;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import unionbook.platform.StartRefusal;
import unionbook.shared.MemberId;

/**
 * Keeps identity numbers: encrypted (AES-256-GCM, bound to the member) for reading, and
 * as a keyed hash (HMAC-SHA-256) for finding the same number again; a plain hash of
 * twelve digits could be found by trying them all. The key stands outside the database.
 */
@Component
public class IdentityVault {

	private static final byte FORMAT = 1;

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private static final String DEMONSTRATION = "unionbook-demonstration";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKeySpec sealing;

	private final SecretKeySpec finding;

	IdentityVault(@Value("${unionbook.secrets.identity-key:}") String key,
			@Value("${unionbook.demo.enabled:false}") boolean demo) {
		byte[] secret = decoded(key);
		if (secret.length != 32) {
			throw refusal("needs 32 bytes in base64, such as openssl rand -base64 32 prints");
		}
		if (!demo && new String(secret, StandardCharsets.ISO_8859_1).startsWith(DEMONSTRATION)) {
			throw refusal("is the key of the demonstration, which everybody knows");
		}
		this.sealing = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), "sealing"), "AES");
		this.finding = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), "finding"), "HmacSHA256");
	}

	/**
	 * Makes of a number what is stored of it.
	 * @param member the member it belongs to
	 * @param digits the digits
	 * @return what to store
	 */
	public Sealed seal(MemberId member, String digits) {
		return new Sealed(sealFile(member.value(), digits.getBytes(StandardCharsets.US_ASCII)), hash(digits));
	}

	/**
	 * Encrypts a file in which such numbers stand.
	 * @param owner what it belongs to
	 * @param content the file
	 * @return what to store
	 */
	public byte[] sealFile(UUID owner, byte[] content) {
		byte[] nonce = new byte[NONCE];
		RANDOM.nextBytes(nonce);
		byte[] text = cipher(Cipher.ENCRYPT_MODE, new MemberId(owner), nonce, content);
		return ByteBuffer.allocate(1 + NONCE + text.length).put(FORMAT).put(nonce).put(text).array();
	}

	/**
	 * Reads a file back.
	 * @param owner what it belongs to
	 * @param sealed what was stored
	 * @return the file as it came
	 */
	public byte[] openFile(UUID owner, byte[] sealed) {
		return opened(new MemberId(owner), sealed);
	}

	byte[] hash(String digits) {
		return hmac(this.finding, digits);
	}

	/**
	 * Reads a number back; fails loudly when key, member or bytes are not those it was
	 * sealed with.
	 */
	IdentityNumber open(MemberId member, byte[] cipher) {
		return new IdentityNumber(new String(opened(member, cipher), StandardCharsets.US_ASCII));
	}

	private byte[] opened(MemberId owner, byte[] sealed) {
		ByteBuffer bytes = ByteBuffer.wrap(sealed);
		if (bytes.get() != FORMAT) {
			throw new IllegalStateException("an identity number in an unknown format");
		}
		byte[] nonce = new byte[NONCE];
		byte[] text = new byte[bytes.remaining() - NONCE];
		bytes.get(nonce).get(text);
		return cipher(Cipher.DECRYPT_MODE, owner, nonce, text);
	}

	private byte[] cipher(int mode, MemberId member, byte[] nonce, byte[] text) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, this.sealing, new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(member.toString().getBytes(StandardCharsets.US_ASCII));
			return cipher.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("an identity number cannot be sealed or opened with this key", ex);
		}
	}

	private static byte[] hmac(SecretKeySpec key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] decoded(String key) {
		try {
			return Base64.getDecoder().decode(key);
		}
		catch (IllegalArgumentException ex) {
			throw refusal("is not base64");
		}
	}

	private static StartRefusal refusal(String why) {
		return new StartRefusal(
				"unionbook.secrets.identity-key " + "(environment UNIONBOOK_SECRETS_IDENTITY_KEY) " + why);
	}

	/**
	 * What is stored of an identity number.
	 *
	 * @param cipher the number, encrypted
	 * @param hash the keyed hash it is found by
	 */
	public record Sealed(byte[] cipher, byte[] hash) {
	}

}
