/** Words every module uses: ids, periods, names, shares; no beans and no tables. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package unionbook.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
