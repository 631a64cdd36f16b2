/**
 * The action plan in the demonstration: what bodies said of it, a meeting that was held, reports
 * and rankings.
 *
 * <p>Owns no table. Promises that it uses what people use, in the name of invented ones. Will never
 * run unless the platform was started as a demonstration.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "jurisdiction",
            "access",
            "demo",
            "strategy",
            "strategy.progress",
            "strategy.indicator",
            "strategy.meeting",
            "strategy.report",
            "strategy.swot",
            "strategy.ranking"
        })
package az.qalxan.strategy.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
