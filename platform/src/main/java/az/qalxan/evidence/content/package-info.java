/**
 * What exhibits contain: types, members, text, identifiers, moments.
 *
 * <p>Owns the tables {@code evidence.content_reading}, {@code evidence.content_part}, {@code
 * evidence.content_moment}, {@code evidence.content_identifier} and {@code
 * evidence.content_choice}. Promises that every exhibit whose bytes are stored is read in the
 * background, in a process that can do nothing; that all that was left out is said; that what was
 * found is seen by those who see the exhibit. Will never change bytes, never write evidence in the
 * clear to a disk, and never add an identifier to a case without a person.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence :: Content",
        allowedDependencies = {
            "evidence",
            "database",
            "web",
            "audit",
            "access",
            "reporting",
            "casework"
        })
package az.qalxan.evidence.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
