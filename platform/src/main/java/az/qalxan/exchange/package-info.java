/**
 * Exchange: collections of knowledge about threats, which bodies and foreign CERTs read and write.
 *
 * <p>Owns the schema {@code exchange}: collections and who may read and write them, objects in all
 * their versions exactly as they were received, quarantine, who speaks as whom, who received what.
 * Promises that whoever polls a collection misses nothing and gets nothing twice, however many
 * write; that an object leaves only as its markings allow; that nobody speaks for another; that
 * every object keeps the rules of STIX; that copies follow their original.
 *
 * <p>Will never change an object that passes through, nor let out what it cannot read the marking
 * of.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "web",
            "audit",
            "access",
            "directory",
            "transmission",
            "demo"
        })
package az.qalxan.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
