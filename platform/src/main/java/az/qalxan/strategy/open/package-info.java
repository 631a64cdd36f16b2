/**
 * The plan and how far it is, for everybody: a page without sign-in, and open data.
 *
 * <p>Owns no table. Promises plain words and the same state for everybody, a few minutes old at
 * most. Will never show what bodies say to each other before a stage is confirmed: evidence,
 * disputes, remarks and silence stay inside.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Open",
        allowedDependencies = {
            "strategy",
            "strategy.progress",
            "strategy.timeline",
            "access",
            "database",
            "jurisdiction",
            "web"
        })
package az.qalxan.strategy.open;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
