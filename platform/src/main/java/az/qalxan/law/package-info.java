/**
 * The law as dated facts: instruments and their provisions, steps of states towards treaties,
 * statements, powers, clocks, what national law has for a treaty's article, and who judged that.
 *
 * <p>Owns the schema {@code law}, first filled from the packs' law files. Promises that everything
 * has two times, when it holds and when it was said, that nothing recorded is overwritten, that a
 * change needs two people, and that whatever nobody verified says so. Will never decide what is the
 * law.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"database", "figure", "web", "audit", "access", "jurisdiction"})
package az.qalxan.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
