/** CSAF 2.0 and 2.1: reading, the published tests 6.1, 6.2 and 6.3, and what they need to know. */
@NullMarked
package az.qalxan.engines.threatintel.csaf;

import org.jspecify.annotations.NullMarked;
