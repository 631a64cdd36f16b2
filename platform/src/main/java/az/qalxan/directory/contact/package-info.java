/**
 * Points of contact of states: whom to reach at night, how, in which language, and when somebody
 * last tried it.
 *
 * <p>Owns the tables {@code directory.foreign_contact} and {@code directory.foreign_check}, first
 * filled from the packs' {@code contacts.yaml}. Promises that no version is lost, that a point
 * counts as checked only for the version that somebody tried, and that an old check shows as old.
 * Will never guess a number or an address: an empty slot stays empty until a person fills it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Directory :: Contact",
        allowedDependencies = {"database", "web", "audit", "access", "jurisdiction", "directory"})
package az.qalxan.directory.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
