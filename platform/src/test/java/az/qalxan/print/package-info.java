@NullMarked
package az.qalxan.print;

import org.jspecify.annotations.NullMarked;
