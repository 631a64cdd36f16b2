/**
 * The ways in which log events are written: how each is read field by field, what log an event is
 * of, and which names rules have for its fields.
 *
 * <p>Readers are given bytes that anybody may have written. Each takes time in proportion to them,
 * and answers with the event or with where it is none.
 */
@NullMarked
package az.qalxan.engines.detection.format;

import org.jspecify.annotations.NullMarked;
