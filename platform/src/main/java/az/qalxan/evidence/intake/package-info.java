/**
 * Intake: how the bytes of an exhibit come into the vault, piece by piece.
 *
 * <p>Owns the table {@code evidence.intake}. Promises that a piece is acknowledged only when it
 * would outlive a crash, that whoever stops goes on where the vault says, from another browser,
 * program or instance too, that a piece sent twice stands once, and that an exhibit gets its bytes
 * once and whole. Beginning and end of an intake stand in the journal; pieces in between do not.
 * Will never take a file's word for what it is, nor clear what was abandoned by itself: a person
 * does.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence :: Intake",
        allowedDependencies = {
            "evidence",
            "casework",
            "access",
            "audit",
            "database",
            "reporting",
            "web"
        })
package az.qalxan.evidence.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
