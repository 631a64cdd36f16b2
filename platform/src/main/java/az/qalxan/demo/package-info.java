/**
 * The synthetic country: loads invented reports and plays two years of casework over them.
 *
 * <p>Owns the schema {@code demo} with the progress of the load. Promises that a killed load goes
 * on without losing or doubling a report, and that every name, number and account is fictional.
 * Later modules play their own parts through {@link az.qalxan.demo.DemoPart}. Will never run unless
 * the platform was started as a demonstration.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "jurisdiction",
            "access",
            "directory",
            "reporting",
            "series",
            "casework",
            "assets",
            "cooperation",
            "operators",
            "statistics"
        })
package az.qalxan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
