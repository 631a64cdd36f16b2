/** Tests of progress with evidence. */
@NullMarked
package az.qalxan.strategy.progress;

import org.jspecify.annotations.NullMarked;
