/** Tests of rankings. */
@NullMarked
package az.qalxan.strategy.ranking;

import org.jspecify.annotations.NullMarked;
