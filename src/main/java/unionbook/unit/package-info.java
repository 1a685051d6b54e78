/**
 * The organisation on any day: ministry unions, grassroots unions, what they were called
 * and stood under.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document" })
package unionbook.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
