/**
 * What counts as an incident and how grave it is: criteria with thresholds, and the catalogues that
 * incidents are told in (categories of the RSIT, tactics and techniques of ATT&CK).
 *
 * <p>Owns the tables {@code monitoring.criteria_version} and {@code monitoring.criteria_signature}.
 * Promises that the same findings under the same version give the same answer, each with measured
 * value and threshold; that criteria change only when two people of two bodies sign; that what
 * nobody signed says so. Will never raise or lower anything that no criterion names.
 */
@NullMarked
@ApplicationModule(
        displayName = "Monitoring :: Criterion",
        allowedDependencies = {"access", "audit", "database", "jurisdiction", "web"})
package az.qalxan.monitoring.criterion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
