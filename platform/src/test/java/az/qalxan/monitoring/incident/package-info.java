/** Tests of this module. */
@NullMarked
package az.qalxan.monitoring.incident;

import org.jspecify.annotations.NullMarked;
