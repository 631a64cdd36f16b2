/**
 * Common Alerting Protocol 1.2 (OASIS): early warnings, written, and read strictly: one namespace,
 * no entity from outside, every rule of the data dictionary with its line.
 */
@NullMarked
package az.qalxan.engines.threatintel.cap;

import org.jspecify.annotations.NullMarked;
