/**
 * Advisories: what is wrong with which product, written as CSAF, published, and brought to those
 * who have the product.
 *
 * <p>Owns the tables that begin with {@code exchange.advisory} and {@code exchange.owned_product},
 * and the paths under {@code /.well-known/csaf}. Promises that an edition goes out only after two
 * people other than its writer agreed and our own validation found no error; that an edition which
 * is out stays as it is, with hashes and signature; that only TLP:CLEAR is served to those who are
 * not signed in; and that whoever registered a product learns of each advisory about it.
 *
 * <p>Will never publish what others wrote as its own, nor tell one body what another has.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange :: Advisory",
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "demo",
            "directory",
            "jurisdiction",
            "transmission",
            "web"
        })
package az.qalxan.exchange.advisory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
