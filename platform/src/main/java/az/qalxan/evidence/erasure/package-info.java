/**
 * Destroys the keys of a case, and with them everything that is stored of it.
 *
 * <p>Owns the table {@code evidence.erasure}. Promises that two people with the right to decide
 * about the case's evidence confirmed it, each for themselves, that every exhibit's chain and the
 * ledger say so, and that what was read out of the bytes goes too. Will never take anything out of
 * a chain, the journal or the ledger.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence :: Erasure",
        allowedDependencies = {"evidence", "database", "web", "audit", "access", "casework"})
package az.qalxan.evidence.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
