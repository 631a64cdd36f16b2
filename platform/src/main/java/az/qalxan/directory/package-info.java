/**
 * The directory: organisations that fight cybercrime together, their posts, the people who fill
 * them, and the channels that reach them.
 *
 * <p>Owns the schema {@code directory}, first filled from the country pack and edited here since.
 * Promises that a channel is called verified only after somebody used it, and that ended entries
 * keep their rows. Will never hold what is said over a channel.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "web", "audit", "access", "jurisdiction"})
package az.qalxan.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
