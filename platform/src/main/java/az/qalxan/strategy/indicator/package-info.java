/**
 * Indicators of the strategy that compute themselves from the state's registers.
 *
 * <p>Owns the tables {@code strategy.indicator_version}, {@code indicator_value} and {@code
 * indicator_round}: what an indicator is, proposed by one person and judged by another, and what
 * was said of each period. Promises that what cannot be worked out is unknown with its reason and
 * never nought, that a value once said stays as it was said, that what people entered by hand says
 * so wherever it stands, and that whoever may see records reaches those behind a figure. Will never
 * let a formula see more than what registers tell everybody.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Indicator",
        allowedDependencies = {
            "strategy",
            "demo",
            "strategy.progress",
            "figure",
            "database",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "directory"
        })
package az.qalxan.strategy.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
