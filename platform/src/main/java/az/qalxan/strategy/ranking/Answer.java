package az.qalxan.strategy.ranking;

import java.util.Optional;

/**
 * What a piece of evidence answers to a question: fully, in part, or a level.
 *
 * @param level nought where the edition has no levels
 */
record Answer(boolean full, int level) {

    static final Answer FULL = new Answer(true, 0);
    static final Answer PARTIAL = new Answer(false, 0);
    static final int LEVEL_MAX = 9;

    static Answer level(int level) {
        return new Answer(false, level);
    }

    /** Reads {@code full}, {@code partial} or the number of a level. */
    static Optional<Answer> parse(String code) {
        return switch (code) {
            case "full" -> Optional.of(FULL);
            case "partial" -> Optional.of(PARTIAL);
            default ->
                    code.matches("[1-9]")
                            ? Optional.of(level(Integer.parseInt(code)))
                            : Optional.empty();
        };
    }

    String code() {
        return level > 0 ? String.valueOf(level) : full ? "full" : "partial";
    }

    /** Whether the edition takes such an answer. */
    boolean fits(RankingEdition edition) {
        return edition.byLevels() ? level >= 1 && level <= edition.levels() : level == 0;
    }

    /** How far the question is met by it, by the edition's rule. */
    Share share(RankingEdition edition) {
        if (edition.byLevels()) {
            return Share.exactly(Math.min(1.0, (double) level / edition.levels()));
        }
        if (full) {
            return Share.ALL;
        }
        return edition.partial() == RankingEdition.Partial.UNKNOWN
                ? new Share(0, 1)
                : Share.NOTHING;
    }
}
