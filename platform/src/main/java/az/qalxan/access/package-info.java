/**
 * Who may do what: sign-in, sessions, roles, handling markings, and the access matrix as versioned,
 * signed-off data.
 *
 * <p>Owns the schema {@code access}. Promises that nothing is allowed unless a rule in force says
 * so, in code and again in row-level security. Will never let a machine's administrator read a case
 * by that office alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "web", "audit", "jurisdiction"})
package az.qalxan.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
