/**
 * Correlation rules of the Sigma specification, version 2.1.0, evaluated: over what rules find in
 * single events, by the time of the events.
 *
 * <p>What is found depends only on which findings there are and on the watermark, never on the
 * order in which they arrive. Memory is bounded, and what the bounds cost is counted. State is
 * written as bytes and read again without losing or repeating anything.
 */
@NullMarked
package az.qalxan.engines.detection.correlation;

import org.jspecify.annotations.NullMarked;
