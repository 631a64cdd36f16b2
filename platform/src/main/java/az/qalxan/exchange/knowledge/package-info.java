/**
 * Knowledge: what the objects of collections say of a value, and how they hang together.
 *
 * <p>Owns the tables of schema {@code exchange} that begin with {@code knowledge_}. Promises that
 * they say exactly what the objects say that are stored, from the moment at which these are; that a
 * value is found however many objects hold it, and what is not shown is counted; that nobody learns
 * of an object that the collection keeps from them, neither by a count nor by a name; and that
 * whoever was told is recorded.
 *
 * <p>Will never keep pairs of objects that have something in common, nor let out as a file what may
 * only be read.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange :: Knowledge",
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "database",
            "demo",
            "exchange",
            "jurisdiction",
            "monitoring",
            "reporting",
            "web"
        })
package az.qalxan.exchange.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
