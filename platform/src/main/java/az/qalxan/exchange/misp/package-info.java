/**
 * MISP: events that are sent, searched, pulled, pushed and fed in MISP's own formats.
 *
 * <p>Owns {@code exchange.misp_…} and {@code exchange.warninglist}. Promises that distribution
 * levels, sharing groups and TLP tags bind at every door of MISP; that what its format does not
 * know is kept and listed; that published events of a community become objects of its collection
 * through the same intake as all others. Will never show an event to a sharing group from which
 * everybody was taken, nor let one body change what another sent.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "web",
            "audit",
            "access",
            "exchange",
            "exchange.poll",
            "transmission",
            "demo"
        })
package az.qalxan.exchange.misp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
