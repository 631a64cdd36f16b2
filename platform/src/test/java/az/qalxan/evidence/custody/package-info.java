@NullMarked
package az.qalxan.evidence.custody;

import org.jspecify.annotations.NullMarked;
