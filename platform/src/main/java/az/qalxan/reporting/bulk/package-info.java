/**
 * Reports that arrive from programs: one at a time as JSON, or many in a CSV file.
 *
 * <p>Owns the table {@code reporting.import} and the folder of files that wait to be imported.
 * Promises that a file's rows are stored exactly once, whatever is killed meanwhile, and that every
 * refused row is named with its reason. Will never store a row that the form would refuse.
 */
@NullMarked
@ApplicationModule(
        displayName = "Reporting :: Bulk",
        allowedDependencies = {"reporting", "database", "web", "audit", "access", "jurisdiction"})
package az.qalxan.reporting.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
