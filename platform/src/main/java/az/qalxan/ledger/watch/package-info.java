/**
 * Watches over the log of this instance: shows its checkpoints to witnesses and stamps them,
 * verifies log and rows, raises alarms, and lets an auditor prove what is complete.
 *
 * <p>Owns the tables {@code ledger.checkpoint}, {@code witness}, {@code cosignature}, {@code
 * stamp}, {@code alarm}, {@code verification} and {@code finding}. Promises that a second history,
 * a log that became shorter and a witness that fell silent raise an alarm, and that an alarm stays
 * until somebody took note. Will never give an entry of the log to somebody who may not have it,
 * nor the content of a case to an auditor.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger :: Watch",
        allowedDependencies = {"ledger", "database", "web", "audit", "access"})
package az.qalxan.ledger.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
