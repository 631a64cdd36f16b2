@NullMarked
package az.qalxan.transmission;

import org.jspecify.annotations.NullMarked;
