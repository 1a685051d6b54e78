/** The trial run: demonstration ministries with invented people, and a database that needs no installation. */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "access", "unit", "member", "reorganisation" })
package unionbook.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
