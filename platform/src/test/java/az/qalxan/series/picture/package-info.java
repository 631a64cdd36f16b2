/** Pictures of series: layout, files and what they may show. */
@NullMarked
package az.qalxan.series.picture;

import org.jspecify.annotations.NullMarked;
