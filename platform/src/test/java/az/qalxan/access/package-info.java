@NullMarked
package az.qalxan.access;

import org.jspecify.annotations.NullMarked;
