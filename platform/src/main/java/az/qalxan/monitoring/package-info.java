/**
 * Monitoring: log events of the bodies' systems, judged by detection rules.
 *
 * <p>Owns the schema {@code monitoring}: sources with their health, events with their retention,
 * rule sets under versions, findings, suppressions. Promises that every event that was taken is
 * judged, that a finding is written exactly once whenever a process dies, that it names the rule's
 * author and licence, and that no rule is put into force which was not tried on stored events.
 *
 * <p>Will never drop a line in silence, nor let events be searched without a purpose and a record
 * of who looked.
 *
 * <p>A module below it hears of findings by a bean of {@link az.qalxan.monitoring.FindingListener}.
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
            "reporting",
            "casework"
        })
package az.qalxan.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
