/**
 * The emulation pledges: drafting, signing, targets, results, addenda and the printed
 * paper.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit" })
package unionbook.emulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
