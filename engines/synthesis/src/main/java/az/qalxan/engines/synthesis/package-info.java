/**
 * The synthetic country: a deterministic generator of cybercrime reports with the truth beside them.
 *
 * <p>It owns the fictional identifiers, the rings and the stories. It promises that one plan gives
 * the same bytes on every machine, and that no identifier belongs to a person or an organisation.
 * It never reads real reports and is no model of real crime statistics.
 */
@NullMarked
package az.qalxan.engines.synthesis;

import org.jspecify.annotations.NullMarked;
