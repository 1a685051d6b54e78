package unionbook.access;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a new installation needs to begin: the ministry union and its first administrator.
 */
class SetupForm {

	@NotBlank
	@Size(max = 200)
	private @Nullable String unitName;

	@NotBlank
	@Size(max = 20)
	@Pattern(regexp = "[\\p{L}\\p{N}.-]*")
	private @Nullable String unitCode;

	@NotNull
	@PastOrPresent
	private @Nullable LocalDate foundedOn;

	@NotBlank
	@Size(min = 3, max = 50)
	@Pattern(regexp = "[a-zA-Z0-9._-]*")
	private @Nullable String username;

	@NotBlank
	@Size(max = 100)
	private @Nullable String displayName;

	@NotBlank
	@Size(min = Passwords.SHORTEST, max = Passwords.LONGEST)
	private @Nullable String password;

	@NotBlank
	private @Nullable String passwordAgain;

	boolean passwordRepeated() {
		return this.password != null && this.password.equals(this.passwordAgain);
	}

	public @Nullable String getUnitName() {
		return this.unitName;
	}

	public void setUnitName(@Nullable String unitName) {
		this.unitName = unitName;
	}

	public @Nullable String getUnitCode() {
		return this.unitCode;
	}

	public void setUnitCode(@Nullable String unitCode) {
		this.unitCode = unitCode;
	}

	public @Nullable LocalDate getFoundedOn() {
		return this.foundedOn;
	}

	public void setFoundedOn(@Nullable LocalDate foundedOn) {
		this.foundedOn = foundedOn;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getDisplayName() {
		return this.displayName;
	}

	public void setDisplayName(@Nullable String displayName) {
		this.displayName = displayName;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public @Nullable String getPasswordAgain() {
		return this.passwordAgain;
	}

	public void setPasswordAgain(@Nullable String passwordAgain) {
		this.passwordAgain = passwordAgain;
	}

}
