/** Triage and cases on a real database. */
@NullMarked
package az.qalxan.series;

import org.jspecify.annotations.NullMarked;
