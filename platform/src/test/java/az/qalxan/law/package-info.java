/** Tests of the dated law. */
@NullMarked
package az.qalxan.law;

import org.jspecify.annotations.NullMarked;
