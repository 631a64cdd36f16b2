/**
 * Indicators of threats: digests, names, URLs, networks and mail addresses, held by the million and
 * looked for in every text of an event.
 *
 * <p>A set never changes; a new one takes its place between two events. It keeps no value as text:
 * two hashes at secret points stand for it, and what was matched is shown from the event. Values
 * and events may be written by an attacker: everything is bounded, nothing takes more than linear
 * time.
 */
@NullMarked
package az.qalxan.engines.detection.indicator;

import org.jspecify.annotations.NullMarked;
