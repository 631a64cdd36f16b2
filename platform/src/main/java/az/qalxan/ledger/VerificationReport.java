package az.qalxan.ledger;

import java.util.List;

/**
 * What a verification found.
 *
 * @param size how many leaves were checked
 * @param erased how many of them were lawfully erased
 * @param count how many findings there are; at most {@link #FINDINGS_MAX} are listed
 */
public record VerificationReport(
        String origin, long size, long erased, long count, List<Finding> findings) {

    /** No more are listed. */
    public static final int FINDINGS_MAX = 1_000;

    /** Copies the list. */
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /** Whether everything fits. */
    public boolean clean() {
        return count == 0;
    }
}
