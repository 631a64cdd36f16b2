/** Tests of monitoring. */
@NullMarked
package az.qalxan.monitoring;

import org.jspecify.annotations.NullMarked;
