/**
 * Reports of cybercrime by the public, by organisations and by bodies, and each reporter's own
 * view.
 *
 * <p>Owns the schema {@code reporting}: reports, the identifiers extracted from them, messages with
 * the reporter, attachments. Promises that an acknowledged report is durable and stored once.
 *
 * <p>Will never show a report to anybody whom neither the access matrix nor the report's secret
 * admits, nor keep a whole card number.
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
            "directory"
        })
package az.qalxan.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
