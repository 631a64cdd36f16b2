/**
 * Every view of the plan as a file: XLSX, CSV, PDF/A, JSON.
 *
 * <p>Owns no table. Promises that the four kinds of file have the same rows, that each says for
 * which day and edition it holds, and that taking one is recorded. Will never hand out a cell that
 * a spreadsheet would take for a formula.
 */
@NullMarked
@ApplicationModule(
        displayName = "Strategy :: Files",
        allowedDependencies = {
            "strategy",
            "strategy.progress",
            "strategy.timeline",
            "access",
            "audit",
            "jurisdiction",
            "print",
            "web"
        })
package az.qalxan.strategy.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
