@NullMarked
package az.qalxan.evidence;

import org.jspecify.annotations.NullMarked;
