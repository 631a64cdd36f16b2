/** Tests of this module. */
@NullMarked
package az.qalxan.monitoring.criterion;

import org.jspecify.annotations.NullMarked;
