/**
 * Incidents for others in IODEF 2 (RFC 7970).
 *
 * <p>Owns what is written of an incident: who tells whom, when, how bad, which addresses. Promises
 * elements in the order of the schema and text that cannot break out of its element.
 *
 * <p>Will never read IODEF, nor write extensions.
 */
@NullMarked
package az.qalxan.engines.threatintel.iodef;

import org.jspecify.annotations.NullMarked;
