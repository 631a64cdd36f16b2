/**
 * Cooperation with other states and with operators.
 *
 * <p>Owns nothing yet but its papers. Promises and limits come with the requests themselves.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package az.qalxan.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
