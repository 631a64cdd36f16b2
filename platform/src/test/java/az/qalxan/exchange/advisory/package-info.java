@NullMarked
package az.qalxan.exchange.advisory;

import org.jspecify.annotations.NullMarked;
