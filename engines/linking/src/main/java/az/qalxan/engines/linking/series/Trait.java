package az.qalxan.engines.linking.series;

import java.util.Objects;

/**
 * Something by which reports can be linked.
 *
 * @param kind what it says
 * @param key equal for equal traits; reports that share a key are compared
 * @param shown the form that people may see; empty for a piece of a story's signature
 * @param start offset of its first UTF-16 unit in the story, or {@link #NOT_IN_STORY}
 * @param end offset behind its last UTF-16 unit in the story, or {@link #NOT_IN_STORY}
 */
public record Trait(TraitKind kind, long key, String shown, int start, int end) {

    /** Offset of a trait that does not stand in the story. */
    public static final int NOT_IN_STORY = -1;

    /** Refuses a span that is neither whole nor absent. */
    public Trait {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(shown, "shown");
        checkSpan(start, end);
    }

    /** Whether it stands in the story. */
    public boolean inStory() {
        return start != NOT_IN_STORY;
    }

    static void checkSpan(int start, int end) {
        boolean absent = start == NOT_IN_STORY && end == NOT_IN_STORY;
        if (!absent && (start < 0 || end <= start)) {
            throw new IllegalArgumentException(
                    "A span is absent or holds one unit or more; it was [%d, %d)."
                            .formatted(start, end));
        }
    }
}
