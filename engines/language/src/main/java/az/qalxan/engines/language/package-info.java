@NullMarked
package az.qalxan.engines.language;

import org.jspecify.annotations.NullMarked;
