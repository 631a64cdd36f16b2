/**
 * The first page: for a visitor the way to report and the public figures, for an official what
 * waits.
 *
 * <p>Owns no table. Promises that a person in danger sees the emergency numbers before anything
 * else. Will never compute what another module answers.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "jurisdiction",
            "access",
            "reporting",
            "deconfliction",
            "casework",
            "statistics"
        })
package az.qalxan.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
