package az.qalxan.cooperation.paper;

import az.qalxan.cooperation.paper.PaperText.Zone;

/**
 * The authority that asks; field 5 of the T-CY templates.
 *
 * @param hours office hours there
 * @param zone the time zone there, for example {@code Asia/Baku}
 * @param expedited whether an answer by e-mail or another fast means is preferred
 * @param reply by which means an answer is preferred
 */
public record Authority(
        Office office, String hours, @Zone String zone, boolean expedited, String reply) {}
