@NullMarked
package az.qalxan.exchange.warning;

import org.jspecify.annotations.NullMarked;
