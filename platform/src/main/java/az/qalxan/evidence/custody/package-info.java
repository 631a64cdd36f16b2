/**
 * Who holds an exhibit: transfers signed by both sides, copies, what is given to a lawful owner,
 * when it must go back, disposal.
 *
 * <p>Owns the tables {@code evidence.transfer}, {@code evidence.transfer_item}, {@code
 * evidence.release} and {@code evidence.case_end}. Promises that nobody gets an exhibit without
 * signing for it, that both sides sign the same statement, and that each step stands in the chain
 * and in the ledger. Will never change hands for somebody in their absence.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence :: Custody",
        allowedDependencies = {
            "evidence",
            "database",
            "web",
            "audit",
            "jurisdiction",
            "law",
            "access",
            "casework",
            "directory",
            "demo"
        })
package az.qalxan.evidence.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
