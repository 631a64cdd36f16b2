/** Triage and cases on a real database. */
@NullMarked
package az.qalxan.casework;

import org.jspecify.annotations.NullMarked;
