/**
 * Early warning: what threatens bodies of the country reaches them, and who knows is known.
 *
 * <p>Owns the tables {@code exchange.warning} and those that begin with {@code warning_}. Promises
 * that a warning goes out only after two people other than its writer agreed, or alone by the duty
 * officer with a second look within the hour; that every body of the audience has it on its page
 * and in its mail, or stands in the matrix as one to call; that a correction and an all-clear reach
 * everybody who got the warning; and that a drill says so wherever it shows and counts apart.
 *
 * <p>Will never take a mail that was sent for one that was read, nor change a warning that is out.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange :: Warning",
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "demo",
            "directory",
            "jurisdiction",
            "transmission",
            "web"
        })
package az.qalxan.exchange.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
