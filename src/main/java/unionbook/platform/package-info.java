/**
 * The web frame: who acts, on which day, behind which wall; layout, errors, paging,
 * words, the clock.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package unionbook.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
