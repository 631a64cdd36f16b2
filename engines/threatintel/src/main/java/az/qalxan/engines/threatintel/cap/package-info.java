/** The Common Alerting Protocol 1.2 (OASIS, 2010): a warning as other systems read it. */
@NullMarked
package az.qalxan.engines.threatintel.cap;

import org.jspecify.annotations.NullMarked;
