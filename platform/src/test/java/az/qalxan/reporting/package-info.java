/** Tests of reports, their files and their reporters. */
@NullMarked
package az.qalxan.reporting;

import org.jspecify.annotations.NullMarked;
