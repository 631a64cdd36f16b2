package az.qalxan.engines.caseontology;

import java.time.Duration;

/**
 * How much of a graph is read before it is refused.
 *
 * @param bytes of the file
 * @param depth of brackets within each other
 * @param triples of the graph
 * @param findings that are told before the rest is only said to exist
 * @param time for reading and for judging, each
 */
public record Limits(long bytes, int depth, int triples, int findings, Duration time) {

    public static final Limits USUAL =
            new Limits(32L << 20, 64, 1_000_000, 1_000, Duration.ofMinutes(2));
}
