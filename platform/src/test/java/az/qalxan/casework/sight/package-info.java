/** Tests of this part of casework. */
@NullMarked
package az.qalxan.casework.sight;

import org.jspecify.annotations.NullMarked;
