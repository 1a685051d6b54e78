/** Pages that combine what the other modules know: the home page and what needs doing. */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit", "member", "statistics",
		"emulation", "committee" })
package unionbook.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
