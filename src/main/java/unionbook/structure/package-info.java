/**
 * Loads the tree of a union from a workbook, and writes it into one of the same layout.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit" })
package unionbook.structure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
