/**
 * Whether stored bytes are still what came: they are read anew from time to time, and what was lost
 * or altered raises an alarm.
 *
 * <p>Owns the tables {@code evidence.verification_run}, {@code evidence.verification} and {@code
 * evidence.alarm}. Promises that every exhibit's bytes are read in the time that the pack sets, and
 * that an alarm stands until a person ends it with words. Will never repair bytes, nor end an alarm
 * because a later reading went well.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence :: Upkeep",
        allowedDependencies = {
            "evidence",
            "database",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "casework"
        })
package az.qalxan.evidence.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
