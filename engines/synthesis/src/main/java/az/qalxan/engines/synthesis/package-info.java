@NullMarked
package az.qalxan.engines.synthesis;

import org.jspecify.annotations.NullMarked;
