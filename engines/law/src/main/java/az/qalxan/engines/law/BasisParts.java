package az.qalxan.engines.law;

import java.util.List;

/**
 * What belongs to a basis, by identifiers of the rows.
 *
 * @param related other articles whose statements bear on it
 */
public record BasisParts(
        List<String> clocks,
        List<String> contents,
        List<String> grounds,
        List<String> limits,
        List<Clause> related) {

    public static final BasisParts NONE =
            new BasisParts(List.of(), List.of(), List.of(), List.of(), List.of());

    public BasisParts {
        clocks = List.copyOf(clocks);
        contents = List.copyOf(contents);
        grounds = List.copyOf(grounds);
        limits = List.copyOf(limits);
        related = List.copyOf(related);
    }
}
