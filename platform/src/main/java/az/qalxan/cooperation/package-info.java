/**
 * Requests between authorities of different states, and the 24/7 point that runs them.
 *
 * <p>Owns the schema {@code cooperation}: requests with the law they rest on, their clocks, the
 * tasks that come of them, answers, and who was told when. Promises that preserved data are not
 * released before the floor nor while assistance is undecided, that every open request has
 * something that runs and somebody who is told of it, also after the program was down, and that a
 * request leaves no trace for those who may not know of it. Will never overwrite a basis or a
 * clock: what held is kept beside what holds.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "figure",
            "web",
            "audit",
            "jurisdiction",
            "law",
            "transmission",
            "access",
            "directory",
            "reporting",
            "casework",
            "cooperation.paper"
        })
package az.qalxan.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
