/** Tests of the strategy's plan. */
@NullMarked
package az.qalxan.strategy;

import org.jspecify.annotations.NullMarked;
