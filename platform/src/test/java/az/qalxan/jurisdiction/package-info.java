@NullMarked
package az.qalxan.jurisdiction;

import org.jspecify.annotations.NullMarked;
