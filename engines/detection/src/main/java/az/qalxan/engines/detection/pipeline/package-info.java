/**
 * Processing pipelines: what is changed in rules while they are read, so that they fit the fields
 * and the logs that somebody really has.
 *
 * <p>Their files are written as those of pySigma. A transformation or condition that is not known
 * here is refused with its place, never passed over.
 */
@NullMarked
package az.qalxan.engines.detection.pipeline;

import org.jspecify.annotations.NullMarked;
