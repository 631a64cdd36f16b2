package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Short pieces of texts by which patterns with wildcards are found. Which piece stands for a
 * pattern is chosen so that few others have it too.
 */
final class Grams {

    /** Runs that are shorter have no piece. */
    static final int LENGTH = 4;

    private static final int LONG_LENGTH = 9;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Map<Long, Integer> counts = new HashMap<>();

    /** Counts the pieces of all that the comparison could be found by. */
    void count(Comparison comparison) {
        switch (comparison) {
            case Comparison.Every(List<Comparison> parts) -> parts.forEach(this::count);
            case Comparison.Either(List<Comparison> parts) -> parts.forEach(this::count);
            case Comparison.Exists ignored -> {}
            case Comparison.Test test -> {
                if (!test.negated()) {
                    runs(test.judge()).forEach(this::count);
                }
            }
        }
    }

    private void count(String run) {
        pieces(run, length(run), piece -> counts.merge(piece, 1, Integer::sum));
    }

    /** The texts by whose pieces a judge is found; empty where there are none. */
    static List<String> runs(Judge judge) {
        return switch (judge) {
            case Judge.Like(LikeText like) -> {
                String run = longestRun(like.written());
                yield run.length() < LENGTH ? List.of() : List.of(run);
            }
            case Judge.Matches(var expression) ->
                    usable(expression.written(), expression.literals());
            default -> List.of();
        };
    }

    /** The piece of a run that the fewest others have. */
    Long rarest(String run) {
        long[] best = {0, Long.MAX_VALUE};
        pieces(
                run,
                length(run),
                piece -> {
                    int count = counts.getOrDefault(piece, 1);
                    if (count < best[1]) {
                        best[0] = piece;
                        best[1] = count;
                    }
                });
        return best[0];
    }

    /** All pieces of a value. */
    static void pieces(String text, LongConsumer pieces) {
        pieces(text, LENGTH, pieces);
        pieces(text, LONG_LENGTH, pieces);
    }

    private static int length(String run) {
        return run.length() < LONG_LENGTH ? LENGTH : LONG_LENGTH;
    }

    private static void pieces(String text, int length, LongConsumer pieces) {
        for (int i = 0; i + length <= text.length(); i++) {
            long piece = length;
            for (int j = i; j < i + length; j++) {
                piece = (piece ^ text.charAt(j)) * FACTOR;
            }
            pieces.accept(piece);
        }
    }

    private static String longestRun(String like) {
        String longest = "";
        for (String run : like.split("[%_]", -1)) {
            longest = run.length() > longest.length() ? run : longest;
        }
        return longest;
    }

    /** In lower case as far as it is ASCII. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return folded.toString();
    }

    /**
     * The literals of an expression as they are looked for; none where one of them is too short, or
     * where cases outside of ASCII could stand for it.
     */
    private static List<String> usable(String expression, Collection<String> literals) {
        List<String> usable = new ArrayList<>();
        for (String literal : literals) {
            boolean ascii = literal.chars().allMatch(c -> c < 128);
            if (literal.length() < LENGTH || !ascii || expression.contains("(?")) {
                return List.of();
            }
            usable.add(folded(literal));
        }
        return usable;
    }
}
