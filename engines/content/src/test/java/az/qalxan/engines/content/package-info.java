/** Tests of the content engine. */
@NullMarked
package az.qalxan.engines.content;

import org.jspecify.annotations.NullMarked;
