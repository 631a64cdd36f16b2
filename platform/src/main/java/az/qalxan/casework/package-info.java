/**
 * Triage of reports and the cases that come of them.
 *
 * <p>Owns the schema {@code casework}: cases, their members, notes, tasks and offences. Promises
 * that a report is decided once, that a case's state allows only what the law allows, and that a
 * restricted case is seen by its members alone. Will never merge two records because they match.
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
            "reporting"
        })
package az.qalxan.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
