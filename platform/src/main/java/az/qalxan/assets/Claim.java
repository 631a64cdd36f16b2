package az.qalxan.assets;

import az.qalxan.reporting.ReportId;

/**
 * What of the money in a holding is a victim's by the tracing rule.
 *
 * @param reference the victim's report as people quote it
 */
record Claim(ReportId report, String reference, Money traced) {

    /** Victims of one decision. */
    static final int VICTIMS_MAX = 1_000;
}
