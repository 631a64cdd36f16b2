@NullMarked
package az.qalxan.strategy.open;

import org.jspecify.annotations.NullMarked;
