@NullMarked
package az.qalxan.strategy.files;

import org.jspecify.annotations.NullMarked;
