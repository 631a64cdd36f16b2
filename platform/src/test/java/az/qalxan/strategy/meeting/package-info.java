/** Tests of meetings, decisions, tasks and minutes. */
@NullMarked
package az.qalxan.strategy.meeting;

import org.jspecify.annotations.NullMarked;
