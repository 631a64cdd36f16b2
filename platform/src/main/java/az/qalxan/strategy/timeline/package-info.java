/**
 * The measures of the plan in time, as a picture and as a table.
 *
 * <p>Owns no table. Promises that a period without an end is drawn as one that does not end, that
 * the picture and the table beside it say the same, and that no page draws more than it can show.
 * Will never invent a day on which a measure begins or ends.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Timeline",
        allowedDependencies = {
            "strategy",
            "strategy.progress",
            "access",
            "jurisdiction",
            "print",
            "web"
        })
package az.qalxan.strategy.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
