/**
 * Lists that come in as files: recognised, read into drafts, compared with the book and
 * taken over by an officer's word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit", "member" })
package unionbook.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
