package unionbook.platform;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/**
 * A role an account holds today.
 *
 * @param role the role
 * @param unit where, or null for an operator
 * @param subtree whether it also reaches what is or was below the unit
 */
public record Grant(Role role, @Nullable UnitId unit, boolean subtree) {
}
