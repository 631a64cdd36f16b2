/**
 * The TAXII 2.1 client: collections of other CERTs that are read into ours.
 *
 * <p>Owns {@code exchange.remote} and {@code exchange.arrival}. Promises that nothing is lost when
 * it is killed, when a page is read twice or when a server is wrong in one of the known ways; that
 * what a server sends is kept under that server's own code; that a receipt goes back where the
 * server takes receipts. What goes wrong stands on a page. Will never skip what it cannot pass in
 * silence, and never shows a password again.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"database", "web", "audit", "access", "exchange", "transmission"})
package az.qalxan.exchange.poll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
