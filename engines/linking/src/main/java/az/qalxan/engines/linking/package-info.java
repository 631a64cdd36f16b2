/**
 * Owns the identifiers in a report: where they stand in the text, what they are, and the one form
 * in which two reports can be compared. Promises linear time, bounded output and no exception on
 * any text up to the stated limit. Will never keep a full card number and never decides that two
 * reports belong together.
 */
@NullMarked
package az.qalxan.engines.linking;

import org.jspecify.annotations.NullMarked;
