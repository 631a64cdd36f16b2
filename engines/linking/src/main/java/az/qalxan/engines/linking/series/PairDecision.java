package az.qalxan.engines.linking.series;

import java.util.Objects;

/**
 * What a person decided about two reports. Who, when and why belong to the caller.
 *
 * @param pair the two reports
 * @param verdict same people or not
 */
public record PairDecision(ReportPair pair, Verdict verdict) {

    /** Refuses missing parts. */
    public PairDecision {
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(verdict, "verdict");
    }

    /** A person's answer to a proposed link. */
    public enum Verdict {
        /** Confirmed: they belong to one series, whatever the evidence. */
        SAME,
        /** Rejected: they never stand in one series. It is stronger than a confirmation. */
        NOT_SAME
    }
}
