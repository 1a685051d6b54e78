/**
 * The rosters: who belongs to a union on a day, as a page that is searched and sorted and
 * as a file.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit", "member" })
package unionbook.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
