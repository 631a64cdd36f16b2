/** The main path in a real browser. */
@NullMarked
package az.qalxan.walk;

import org.jspecify.annotations.NullMarked;
