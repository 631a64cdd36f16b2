/** Tests of the TAXII client. */
@NullMarked
package az.qalxan.exchange.poll;

import org.jspecify.annotations.NullMarked;
