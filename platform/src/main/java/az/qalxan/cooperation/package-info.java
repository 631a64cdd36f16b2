/**
 * Cooperation with other states and with operators.
 *
 * <p>Owns nothing yet but its papers. Promises nothing of its own before it has requests.
 *
 * <p>Will never send a paper by itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "web", "access"})
package az.qalxan.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
