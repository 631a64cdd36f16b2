/**
 * Reports on the plan: by quarter and year, for a body and for the commission that coordinates.
 *
 * <p>Owns the tables {@code strategy.report} and {@code report_file}. Promises that a report is
 * composed from the registers alone, that both languages and both page and print say the same, and
 * that an issued report stays as it was signed, whatever is recorded later. Will never take a
 * sentence, a figure or a percentage that somebody typed.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Report",
        allowedDependencies = {
            "strategy",
            "demo",
            "strategy.progress",
            "strategy.indicator",
            "strategy.meeting",
            "strategy.timeline",
            "access",
            "audit",
            "database",
            "directory",
            "figure",
            "jurisdiction",
            "print",
            "web"
        })
package az.qalxan.strategy.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
