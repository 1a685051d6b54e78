package unionbook.platform;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AccountId;
import unionbook.shared.UnitId;

/**
 * Who acts in this request or job, with the grants that hold today.
 *
 * @param account the account, or null for a job of the system
 * @param username the name typed at sign-in
 * @param displayName the name shown to people
 * @param grants what the account holds today
 */
public record Actor(@Nullable AccountId account, String username, String displayName, List<Grant> grants) {

	/**
	 * A job of the system that reaches some units with everything below them.
	 * @param name the name for the audit
	 * @param roots the units
	 * @return the actor
	 */
	public static Actor system(String name, UnitId... roots) {
		return new Actor(null, name, name,
				List.of(roots).stream().map((unit) -> new Grant(Role.MINISTRY_ADMIN, unit, true)).toList());
	}

	/**
	 * Whether some grant carries a right; where it does is for {@link UnitScope}.
	 * @param right the right
	 * @return true if at least one grant carries it
	 */
	public boolean may(Right right) {
		return this.grants.stream().anyMatch((grant) -> grant.role().carries(right));
	}

	/**
	 * Whether this actor runs the installation.
	 * @return true with a grant as operator
	 */
	public boolean operator() {
		return this.grants.stream().anyMatch((grant) -> grant.role() == Role.OPERATOR);
	}

	/**
	 * The unit this actor starts from.
	 * @return the unit of the first grant that names one
	 */
	public Optional<UnitId> home() {
		return this.grants.stream().map(Grant::unit).filter(Objects::nonNull).findFirst();
	}

	/**
	 * The role shown beside the name.
	 * @return the role of the first grant
	 */
	public Optional<Role> role() {
		return this.grants.stream().map(Grant::role).findFirst();
	}

}
