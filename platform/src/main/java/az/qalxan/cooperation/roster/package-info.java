/**
 * Who is on duty at the 24/7 point, and what one shift tells the next.
 *
 * <p>Owns the tables {@code cooperation.shift} and {@code cooperation.shift_note}. Promises that a
 * shift that was entered is never deleted, that a note is never changed once it is written, and
 * that it is accepted by another person than its author. Will never show in a note what its reader
 * may not see.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cooperation :: Roster",
        allowedDependencies = {
            "cooperation",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "reporting"
        })
package az.qalxan.cooperation.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
