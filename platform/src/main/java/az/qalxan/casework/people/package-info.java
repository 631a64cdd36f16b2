/**
 * The people and organisations of a case with their procedural status over time.
 *
 * <p>Owns the tables {@code casework.party} and {@code casework.party_status}. Promises that as
 * little as the case needs is kept, that it says why, that every view is recorded, and that a
 * status keeps its days and its ground. Will never enter a party because something matched: a
 * person does.
 */
@NullMarked
@ApplicationModule(
        displayName = "Casework :: People",
        allowedDependencies = {"casework", "web", "audit", "jurisdiction", "access", "reporting"})
package az.qalxan.casework.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
