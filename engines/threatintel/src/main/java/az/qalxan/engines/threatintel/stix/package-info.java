/**
 * STIX 2.1 with errata 01: objects judged by every MUST that one object or one bundle shows, kept
 * whole as JSON, compared by meaning, with their versions, markings and deterministic ids.
 */
@NullMarked
package az.qalxan.engines.threatintel.stix;

import org.jspecify.annotations.NullMarked;
