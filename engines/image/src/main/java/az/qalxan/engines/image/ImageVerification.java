package az.qalxan.engines.image;

import java.util.List;

/**
 * What reading the whole image gave.
 *
 * @param bytes how much of the media was read
 * @param findings those of the structure and of the chunks, neighbouring chunks as one
 * @param findingsCount all of them, of which the first are told
 * @param lostBytes how much of the media was read as zeros
 */
public record ImageVerification(
        long bytes,
        List<DigestCheck> digests,
        List<ImageFinding> findings,
        long findingsCount,
        long lostBytes) {

    /** In a word. */
    public enum Verdict {
        /** Every stored digest agrees and nothing is damaged. */
        INTACT,
        /** Nothing is damaged by the checksums, but no digest is stored that could prove it. */
        UNPROVEN,
        /** A digest differs, or something is damaged. */
        FAILED
    }

    /** Copies the lists. */
    public ImageVerification {
        digests = List.copyOf(digests);
        findings = List.copyOf(findings);
    }

    public Verdict verdict() {
        if (lostBytes > 0
                || digests.stream().anyMatch(DigestCheck::differs)
                || findings.stream().anyMatch(one -> one.kind().spoils())) {
            return Verdict.FAILED;
        }
        return digests.stream().anyMatch(DigestCheck::proves) ? Verdict.INTACT : Verdict.UNPROVEN;
    }
}
