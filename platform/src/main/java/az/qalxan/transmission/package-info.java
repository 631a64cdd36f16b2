/**
 * What goes to and comes from others: other Qalxan instances over mutual TLS, secure e-mail, and
 * what people carried by hand.
 *
 * <p>Owns the schema {@code transmission}: peers with their keys, what goes out and has come in,
 * the log of each conversation, alarms. Promises that a message takes effect exactly once and in
 * its order, that both ends can compare one digest, that a peer speaks only for the bodies it was
 * admitted for, and that a key is never silently out of date. Will never read what a message says,
 * nor send in clear what its marking keeps closed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"database", "web", "audit", "jurisdiction", "access", "directory"})
package az.qalxan.transmission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
