/** Tests of measuring cybercrime from cases. */
@NullMarked
package az.qalxan.statistics.measure;

import org.jspecify.annotations.NullMarked;
