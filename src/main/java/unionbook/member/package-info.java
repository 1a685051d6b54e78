/**
 * The members of the unions: the record of a person, admission, change, transfer and
 * leaving.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit" })
package unionbook.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
