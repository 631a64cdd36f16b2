/** Tests of what registers tell in figures. */
@NullMarked
package az.qalxan.figure;

import org.jspecify.annotations.NullMarked;
