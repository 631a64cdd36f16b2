/**
 * Cybercrime in figures, counted from the registers themselves.
 *
 * <p>Owns the schema {@code statistics}: one fact per report, without anything that names a person.
 * Promises that a published cell of fewer than five reports is suppressed, and cannot be worked out
 * from its neighbours and the total. What is counted of cases is the module {@code measure} below
 * it. Will never read another module's tables.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "figure",
            "web",
            "jurisdiction",
            "access",
            "audit",
            "reporting",
            "casework",
            "assets"
        })
package az.qalxan.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
