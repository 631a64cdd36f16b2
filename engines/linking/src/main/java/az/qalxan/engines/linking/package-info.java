@NullMarked
package az.qalxan.engines.linking;

import org.jspecify.annotations.NullMarked;
