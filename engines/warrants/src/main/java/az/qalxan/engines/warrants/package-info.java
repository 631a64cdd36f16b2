/**
 * Owns the messages of ETSI TS 103 120 (version 1.12.1): authorisations, tasks, documents,
 * deliveries and notifications, and the actions that create, update, get, list and deliver them.
 *
 * <p>Promises that every violation is told at once with line, column and path, that any input is
 * judged in bounded time and memory without reaching for anything outside it, and that what was
 * read is written again unchanged in meaning, also the parts that it does not interpret.
 *
 * <p>Will never resolve an entity, follow an address, verify a signature, or carry out an
 * interception: tasks of lawful interception are checked and carried, not understood.
 */
@NullMarked
package az.qalxan.engines.warrants;

import org.jspecify.annotations.NullMarked;
