/**
 * Who sees a case: its members, the compartment of a restricted one, and the breaking of the glass.
 *
 * <p>Owns the tables {@code casework.break_glass} and {@code casework.alarm_seen}. Promises that
 * named access ends by itself when its time has come, that it can be told who could see what and
 * when, and that whoever breaks the glass needs a second person, is seen by the lead and the
 * auditors, and stays on the case for ever. Will never tell whether a case out of sight exists.
 */
@NullMarked
@ApplicationModule(
        displayName = "Casework :: Sight",
        allowedDependencies = {"casework", "web", "audit", "jurisdiction", "access"})
package az.qalxan.casework.sight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
