/** Tests of MISP. */
@NullMarked
package az.qalxan.exchange.misp;

import org.jspecify.annotations.NullMarked;
