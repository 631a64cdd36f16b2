/** Tests of intake. */
@NullMarked
package az.qalxan.evidence.intake;

import org.jspecify.annotations.NullMarked;
