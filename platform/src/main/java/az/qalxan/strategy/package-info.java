/**
 * The national strategy and its action plan: what it asks, of whom, until when.
 *
 * <p>Owns the schema {@code strategy}: the editions of the action plan as they were recorded, each
 * with the file it came from. Promises that an edition is never changed, only followed by another;
 * that what one edition drops stays known; that a period without an end is shown as one; that the
 * official wording stands beside our own short titles and is never invented. Will never type a
 * percentage of progress, nor call our reading of which measure serves which target the plan's own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "directory",
            "demo"
        })
package az.qalxan.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
