/**
 * Detection rules of the Sigma specification, version 2.1.0: reading them with every fault placed,
 * and judging log events by them.
 *
 * <p>Nothing here knows of files, databases or networks. Rules and events may be written by an
 * attacker: whatever is read is bounded, and no expression takes more than linear time.
 */
@NullMarked
package az.qalxan.engines.detection;

import org.jspecify.annotations.NullMarked;
