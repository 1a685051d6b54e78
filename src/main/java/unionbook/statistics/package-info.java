/**
 * How many people, how many women: on any day, by any dimension, from the ledger of
 * headcounts and the ledger of movements.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "document", "unit", "member" })
package unionbook.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
