package unionbook.member;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import unionbook.shared.MemberId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class IdentityVaultTests {

	private static final String KEY = base64("a-key-that-is-used-in-tests-only");

	private static final String DEMONSTRATION = base64("unionbook-demonstration-only-key");

	private final IdentityVault vault = new IdentityVault(KEY, false);

	private final MemberId member = MemberId.next();

	@Test
	void aSealedNumberOpensAgainAndIsSealedAnewEachTime() {
		IdentityVault.Sealed one = this.vault.seal(this.member, "001185012345");
		IdentityVault.Sealed other = this.vault.seal(this.member, "001185012345");

		assertThat(this.vault.open(this.member, one.cipher()).digits()).isEqualTo("001185012345");
		assertThat(one.cipher()).isNotEqualTo(other.cipher());
		assertThat(one.hash()).isEqualTo(other.hash()).hasSize(32);
		assertThat(new String(one.cipher(), StandardCharsets.ISO_8859_1)).doesNotContain("001185012345");
	}

	@Test
	void aNumberCopiedToAnotherMemberOrChangedDoesNotOpen() {
		byte[] cipher = this.vault.seal(this.member, "001185012345").cipher();

		assertThatIllegalStateException().isThrownBy(() -> this.vault.open(MemberId.next(), cipher));
		assertThatIllegalStateException()
			.isThrownBy(() -> new IdentityVault(DEMONSTRATION, true).open(this.member, cipher));
		cipher[20] ^= 1;
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open(this.member, cipher));
	}

	@Test
	void productionNeedsAKeyOfItsOwn() {
		assertThatIllegalStateException().isThrownBy(() -> new IdentityVault("", false)).withMessageContaining("needs");
		assertThatIllegalStateException().isThrownBy(() -> new IdentityVault("not base64!", false))
			.withMessageContaining("base64");
		assertThatIllegalStateException().isThrownBy(() -> new IdentityVault(DEMONSTRATION, false))
			.withMessageContaining("demonstration");
		assertThat(new IdentityVault(DEMONSTRATION, true).hash("001185012345")).hasSize(32);
	}

	private static String base64(String key) {
		return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
	}

}
