/** Tests of the exchange of threats. */
@NullMarked
package az.qalxan.exchange;

import org.jspecify.annotations.NullMarked;
