/**
 * Exports of exhibits for a court or for another state: one signed container that verifies without
 * us, with files, chains of custody, proofs of the ledger and a CASE graph.
 *
 * <p>Owns the tables {@code evidence.dossier} and {@code evidence.dossier_exhibit}. Promises that
 * nothing goes out that the caller may not export, that each export stands in the chains and in the
 * ledger with recipient and legal basis before there is a file, and that bytes which are not as
 * they came end it. Will never send anything anywhere itself, nor keep a container outside of the
 * vault.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence :: Dossier",
        allowedDependencies = {
            "evidence",
            "ledger",
            "database",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "reporting",
            "casework",
            "print"
        })
package az.qalxan.evidence.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
