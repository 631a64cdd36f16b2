/**
 * Handing a case over to another body: offered, then accepted, refused or withdrawn.
 *
 * <p>Owns the tables {@code casework.hand_over} and {@code casework.hand_over_statement}. Promises
 * that a case has one owner at every moment, that nothing of it is orphaned, and that after
 * acceptance the first body knows only that it handed over, to whom and when. Will never show the
 * receiver more than the sender's statement before it accepts.
 */
@NullMarked
@ApplicationModule(
        displayName = "Casework :: Hand-over",
        allowedDependencies = {"casework", "web", "audit", "jurisdiction", "access", "reporting"})
package az.qalxan.casework.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
