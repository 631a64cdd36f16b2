/**
 * Owns the small language in which an indicator is computed of named figures: numbers, sums,
 * products, ratios, shares, and figures of earlier periods.
 *
 * <p>Promises that a formula is read in bounded time or refused with the place of every fault that
 * could be told, that writing and reading are the same again, and that what cannot be worked out is
 * unknown with its reasons and never nought.
 *
 * <p>Will never fetch a figure itself, loop, or know what a figure means.
 */
@NullMarked
package az.qalxan.engines.formula;

import org.jspecify.annotations.NullMarked;
