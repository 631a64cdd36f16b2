@NullMarked
package az.qalxan.strategy.timeline;

import org.jspecify.annotations.NullMarked;
