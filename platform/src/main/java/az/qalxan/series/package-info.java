/**
 * Series: which reports belong together, why, and what people decided about it.
 *
 * <p>Owns the schema {@code series}: what of each report is compared, the links that hold series
 * together, common identifiers, decisions and the queue of reports to link. Promises that a link is
 * always explained and reversible, that a decision outlives every later run, and that people are
 * shown only what follows from the reports that they may read.
 *
 * <p>Will never merge two reports, make a person or an entity out of a match, or let a report that
 * the caller may not read join, split, name or count a series.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "figure",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "directory",
            "reporting"
        })
package az.qalxan.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
