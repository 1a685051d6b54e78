/**
 * Committees of a unit, their terms and who sits in them, on any day.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit", "member" })
package unionbook.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
