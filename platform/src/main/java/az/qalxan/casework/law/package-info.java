/**
 * The qualification of a case: which articles of the criminal law stand, and how that came.
 *
 * <p>Owns the table {@code casework.qualification}. Promises that no step is ever lost, so that the
 * articles of any past day can be told with the decision they rest on. Will never put an article by
 * itself: the pack's hints are shown, a person decides.
 */
@NullMarked
@ApplicationModule(
        displayName = "Casework :: Law",
        allowedDependencies = {"casework", "web", "audit", "jurisdiction", "access"})
package az.qalxan.casework.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
