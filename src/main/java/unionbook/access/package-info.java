/** Accounts, sign-in and grants; answers who acts and what that actor reaches. */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "unit" })
package unionbook.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
