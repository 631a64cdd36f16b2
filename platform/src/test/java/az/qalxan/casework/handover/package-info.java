/** Tests of this part of casework. */
@NullMarked
package az.qalxan.casework.handover;

import org.jspecify.annotations.NullMarked;
