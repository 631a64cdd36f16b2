/**
 * Meetings of the commission that watches over the plan: agenda, quorum, votes, decisions, tasks
 * and minutes.
 *
 * <p>Owns the tables {@code strategy.meeting}, {@code seat}, {@code presence}, {@code agenda_item},
 * {@code vote}, {@code decision}, {@code task}, {@code minutes} and what hangs on them. Promises
 * that an agenda follows from the registers until the meeting is opened, that nothing is decided
 * without a quorum, that no word is lost when two people write at once, and that minutes signed by
 * two people stay as they are. Will never delete what was decided, nor copy a figure by hand.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Meeting",
        allowedDependencies = {
            "strategy",
            "demo",
            "strategy.progress",
            "directory",
            "law",
            "reporting",
            "access",
            "audit",
            "jurisdiction",
            "database",
            "print",
            "web"
        })
package az.qalxan.strategy.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
