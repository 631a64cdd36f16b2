/**
 * The record of who did or saw what: append-only, written in the transaction of the act itself.
 *
 * <p>Owns the schema {@code audit} and the catalogue of acts. Promises that an act and its record
 * are stored together or not at all, and that no role of the application can change or remove a
 * record. Will never hold the content of what was seen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "web", "ledger"})
package az.qalxan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
