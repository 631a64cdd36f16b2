/**
 * Incidents: what findings amount to, why, how grave, and what was done about it.
 *
 * <p>Owns the tables {@code monitoring.alert}, {@code alert_finding}, {@code alert_entity}, {@code
 * incident}, {@code incident_alert}, {@code incident_criterion}, {@code incident_step}, {@code
 * incident_call} and {@code incident_notice}. Promises that every finding stands in exactly one
 * alert, that an incident names its criterion with measured value and threshold or the person who
 * raised it, that a critical case calls people until one of them acknowledges, and that nothing
 * that was done about it is ever changed. Will never merge two incidents by itself, nor let a body
 * learn from its own incident what another body sees.
 */
@NullMarked
@ApplicationModule(
        displayName = "Monitoring :: Incident",
        allowedDependencies = {
            "monitoring",
            "monitoring.criterion",
            "access",
            "audit",
            "casework",
            "cooperation",
            "database",
            "demo",
            "directory",
            "figure",
            "jurisdiction",
            "transmission",
            "web"
        })
package az.qalxan.monitoring.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
