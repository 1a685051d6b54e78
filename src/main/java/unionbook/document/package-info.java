/**
 * Engines for files, without business: tables streamed out and in as workbooks and CSV.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform" })
package unionbook.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
