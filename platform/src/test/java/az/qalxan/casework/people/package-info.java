/** Tests of this part of casework. */
@NullMarked
package az.qalxan.casework.people;

import org.jspecify.annotations.NullMarked;
