/** Who did what, when, before and after. */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document" })
package unionbook.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
