package az.qalxan.engines.detection;

/**
 * A part of a value's text.
 *
 * @param from the first UTF-16 unit, from 0
 * @param until the first unit behind it
 */
public record Span(int from, int until) {

    public Span {
        if (from < 0 || until < from) {
            throw new IllegalArgumentException("a span from " + from + " until " + until);
        }
    }
}
