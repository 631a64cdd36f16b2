/**
 * What registers tell in figures: the contract between the modules that keep registers and those
 * that show figures.
 *
 * <p>Owns no table. A module that keeps a register contributes a {@link
 * az.qalxan.figure.FigureSource}. Promises that a figure which could point at a person leaves
 * nobody's hands, neither by itself nor as the difference of two that do, that a register which did
 * not exist yet counts nothing instead of nought, and that the records behind a figure are those
 * that the caller may see anyway. Will never say how many of the records behind it are hidden.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "web", "jurisdiction"})
package az.qalxan.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
