package az.qalxan.series;

import java.util.List;

/**
 * One reason for a link.
 *
 * @param kind message key {@code series.why.<kind>}: an identifier's kind such as {@code phone}, or
 *     {@code story}, {@code infrastructure}, {@code money}
 * @param value what both have, as people may see it; empty when there is no single value
 * @param weight the reason's part of the link's score, 0 to 100
 * @param inOne where it stands in the older report's story; empty when it was given in a field
 * @param inOther where it stands in the newer report's story
 */
public record LinkReason(
        String kind, String value, int weight, List<Span> inOne, List<Span> inOther) {

    public LinkReason {
        inOne = List.copyOf(inOne);
        inOther = List.copyOf(inOther);
    }

    /** A stretch of a story in UTF-16 units; {@code end} is exclusive. */
    public record Span(int start, int end) {}
}
