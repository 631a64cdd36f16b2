/** Tests of the TAXII server. */
@NullMarked
package az.qalxan.exchange.taxii;

import org.jspecify.annotations.NullMarked;
