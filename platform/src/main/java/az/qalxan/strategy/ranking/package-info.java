/**
 * International rankings and frameworks: what they ask, the evidence for it, the score it lets
 * expect, what was published, and what would raise it most.
 *
 * <p>Owns the tables {@code strategy.ranking_evidence}, {@code ranking_version}, {@code
 * ranking_link} and {@code ranking_result}; structures of rankings are data of the packs, in our
 * own wording. Promises that a piece of evidence is kept once for all rankings, that it counts only
 * after a second person approved it and while it is fresh, that a score whose weights nobody read
 * is a range and never a point, and that a new edition loses no evidence silently. Will never call
 * what is recalled verified, nor show nought where nothing is known.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Ranking",
        allowedDependencies = {
            "strategy",
            "demo",
            "strategy.progress",
            "figure",
            "law",
            "directory",
            "access",
            "audit",
            "jurisdiction",
            "database",
            "web"
        })
package az.qalxan.strategy.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
