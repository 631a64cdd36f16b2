/** Tests of what is known of values. */
@NullMarked
package az.qalxan.exchange.knowledge;

import org.jspecify.annotations.NullMarked;
