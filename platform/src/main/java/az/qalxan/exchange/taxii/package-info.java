/**
 * The TAXII 2.1 server: how programs of CERTs read and write collections.
 *
 * <p>Owns {@code exchange.status}. Promises what the OASIS standard of 10 June 2021 asks of a
 * server, and that a client which reads on from {@code X-TAXII-Date-Added-Last} misses nothing.
 *
 * <p>Will never say to anybody that a collection exists which is not open to them.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange :: TAXII",
        allowedDependencies = {"database", "web", "access", "exchange"})
package az.qalxan.exchange.taxii;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
