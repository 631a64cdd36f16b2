/**
 * Tells two bodies that both hold the same identifier without showing either what the other holds,
 * and tells a body when an identifier on its watch list appears again.
 *
 * <p>Owns the schema {@code deconfliction}: hits, asks with their answers, watch lists, budgets and
 * alarms. Promises that a side learns of the other's existence alone until the other consents, and
 * that what is hidden there changes nothing here.
 *
 * <p>Will never count, date or describe what another body holds, nor make a hit of a search.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "figure",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "directory",
            "reporting"
        })
package az.qalxan.deconfliction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
