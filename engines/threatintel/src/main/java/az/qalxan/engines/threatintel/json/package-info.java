/** JSON of others, read within limits: strict UTF-8, no member twice, numbers kept exactly. */
@NullMarked
package az.qalxan.engines.threatintel.json;

import org.jspecify.annotations.NullMarked;
