/** Tests of the channel to operators. */
@NullMarked
package az.qalxan.operators;

import org.jspecify.annotations.NullMarked;
