@NullMarked
package az.qalxan.strategy.report;

import org.jspecify.annotations.NullMarked;
