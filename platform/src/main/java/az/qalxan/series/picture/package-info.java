/**
 * Pictures of a series: the graph of reports and identifiers, its timeline, the map, the paths of
 * money, and their exports.
 *
 * <p>Owns no table: everything is made from what {@code series} and {@code assets} let the caller
 * see. Promises that the same series gives the same picture, that no two signs of it overlap, that
 * all it shows stands in a table too, and that every export carries marking and number and is
 * recorded. Will never show a report, or count one, that the caller may not read, nor put one into
 * a file that the matrix keeps in the system.
 */
@NullMarked
@ApplicationModule(
        displayName = "Series :: Picture",
        allowedDependencies = {
            "series",
            "assets",
            "reporting",
            "access",
            "audit",
            "jurisdiction",
            "web"
        })
package az.qalxan.series.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
