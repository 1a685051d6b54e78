/**
 * Reorganisations by decision: units founded, moved, merged, divided and ended with all
 * their people, the past untouched.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit", "member" })
package unionbook.reorganisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
