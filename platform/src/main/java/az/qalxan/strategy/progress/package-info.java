/**
 * How far the measures of the plan are, as bodies say it with evidence and other bodies confirm or
 * dispute it.
 *
 * <p>Owns the tables {@code strategy.progress_entry}, {@code evidence}, {@code evidence_content},
 * {@code criterion} and {@code reminder}. Promises that nothing that was said is changed or lost,
 * so that every standing of a past day can be told again; that nobody confirms a claim of the own
 * body; that one dispute outweighs every confirmation, whoever came first. Will never keep or show
 * a percentage that somebody typed.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Progress",
        allowedDependencies = {
            "strategy",
            "demo",
            "directory",
            "transmission",
            "reporting",
            "access",
            "audit",
            "jurisdiction",
            "database",
            "web"
        })
package az.qalxan.strategy.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
