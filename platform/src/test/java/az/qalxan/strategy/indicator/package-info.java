/** Tests of indicators. */
@NullMarked
package az.qalxan.strategy.indicator;

import org.jspecify.annotations.NullMarked;
