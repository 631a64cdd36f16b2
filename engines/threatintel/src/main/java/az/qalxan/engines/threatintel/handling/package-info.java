/**
 * What a receiver may do with what it was told: the Permissible Actions Protocol and FIRST's
 * Information Exchange Policy 2.0.
 *
 * <p>Owns the words of both and what follows from them. Promises that of two policies the narrower
 * counts, and that what is not understood allows nothing.
 *
 * <p>Will never widen what a sender allowed.
 */
@NullMarked
package az.qalxan.engines.threatintel.handling;

import org.jspecify.annotations.NullMarked;
