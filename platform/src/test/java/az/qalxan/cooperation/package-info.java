/** Tests of requests between authorities, their clocks and the duty desk. */
@NullMarked
package az.qalxan.cooperation;

import org.jspecify.annotations.NullMarked;
