/** Tests of what exhibits contain. */
@NullMarked
package az.qalxan.evidence.content;

import org.jspecify.annotations.NullMarked;
