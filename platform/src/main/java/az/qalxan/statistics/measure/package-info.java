/**
 * Cybercrime measured from cases: articles, classes, clearance, time, people, money, borders.
 *
 * <p>Owns the tables {@code statistics.case_fact} and {@code statistics.counted_case}. Promises
 * that facts are added and never changed, so that a figure of any past day can be counted as it was
 * then; that what stands in a compartment is counted for nobody outside; that each figure carries
 * what it means. Will never show as nought what is not collected, nor tell a case by the difference
 * between a figure and the list behind it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Statistics :: Measure",
        allowedDependencies = {
            "statistics",
            "casework",
            "assets",
            "reporting",
            "access",
            "audit",
            "jurisdiction",
            "database",
            "figure",
            "web"
        })
package az.qalxan.statistics.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
