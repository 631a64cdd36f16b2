package az.qalxan.series;

import java.util.List;

/**
 * One piece of evidence for or against a link. {@link LinkWords} puts it into a sentence.
 *
 * @param code what kind of evidence: message key {@code series.why.<code>}
 * @param values what the sentence names, in order
 * @param points what it weighs: 100 are a link, 0 a common identifier, less speaks against
 * @param inOne where it stands in the first report's story; empty when nowhere
 * @param inOther where it stands in the second report's story; empty when nowhere
 */
public record LinkReason(
        String code, List<String> values, int points, List<Span> inOne, List<Span> inOther) {

    public LinkReason {
        values = List.copyOf(values);
        inOne = List.copyOf(inOne);
        inOther = List.copyOf(inOther);
    }

    /** A stretch of a story in UTF-16 units; {@code end} is exclusive. */
    public record Span(int start, int end) {}
}
