/**
 * Strengths, weaknesses, opportunities and threats of the strategy, with evidence and dates.
 *
 * <p>Owns the tables {@code strategy.swot_entry} and {@code strategy.swot_version}. Promises that
 * an entry stands only when another person than its author approved it, and that what it said on
 * any past day can be seen and compared; an entry whose evidence has grown old says so.
 *
 * <p>Will never change a version, nor give an entry weights or scores.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: SWOT",
        allowedDependencies = {
            "strategy",
            "demo",
            "reporting",
            "access",
            "audit",
            "jurisdiction",
            "database",
            "web"
        })
package az.qalxan.strategy.swot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
