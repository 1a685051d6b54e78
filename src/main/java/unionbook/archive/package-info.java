/**
 * The sealed archive of a unit: everything the book knows of it on a day, as files that
 * open and prove themselves without the application.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit", "emulation" })
package unionbook.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
