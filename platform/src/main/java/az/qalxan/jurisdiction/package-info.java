/**
 * The country pack that this installation runs: its bodies, categories, regions, advice and numbers
 * as data.
 *
 * <p>Owns no table. Promises that every fact carries its status and that an unverified one says so.
 * Will never hold a country's rule in code.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package az.qalxan.jurisdiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
