/**
 * Events of MISP in its core format, and bundles of STIX 2.1, each made of the other. What one
 * cannot say is kept inside the other and listed; nothing is lost in silence.
 */
@NullMarked
package az.qalxan.engines.threatintel.misp;

import org.jspecify.annotations.NullMarked;
