/**
 * Owns the reading of an action plan: its measures with lead, executors, period and three stages of
 * result, its priorities, groups, targets and objectives, and what changed from one edition to the
 * next. Promises every flaw of a file at once, each with line, column and path, and the words of
 * the file as they stand in it. Will never invent a date for a measure that has none, nor take a
 * file whose parts do not fit together.
 */
@NullMarked
package az.qalxan.engines.plan;

import org.jspecify.annotations.NullMarked;
