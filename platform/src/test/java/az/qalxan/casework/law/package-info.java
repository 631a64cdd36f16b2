/** Tests of this part of casework. */
@NullMarked
package az.qalxan.casework.law;

import org.jspecify.annotations.NullMarked;
