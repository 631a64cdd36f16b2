/**
 * Evidence: what a case keeps as exhibits, and who held it when.
 *
 * <p>Owns the schema {@code evidence}: exhibits with their origin, legal basis, acquisition, seals
 * and decisions, and the chain of custody; transfers and copies, re-verification, intake, content
 * and export are modules of their own below it. Promises that every step of custody stands in the
 * chain and in the ledger, that an exhibit of a case out of sight is out of sight too, and that
 * bytes once stored are read whole or not at all. Will never change stored bytes, nor repair lost
 * ones silently.
 *
 * <p>A module below it shows itself on an exhibit's page by a bean of {@link
 * az.qalxan.evidence.ExhibitParts}, and hears of new bytes by {@link
 * az.qalxan.evidence.ExhibitStored}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "ledger",
            "web",
            "audit",
            "jurisdiction",
            "law",
            "access",
            "reporting",
            "casework"
        })
package az.qalxan.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
