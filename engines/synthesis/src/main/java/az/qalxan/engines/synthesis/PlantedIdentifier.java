package az.qalxan.engines.synthesis;

import java.util.Objects;

/**
 * A fictional identifier that a report states, in its normalised form.
 *
 * @param kind phone, iban, card, wallet, domain, url, email, ip or handle
 * @param value normalised: E.164, IBAN and card without spaces, refanged link, handle with its at
 *     sign
 * @param start offset of its first UTF-16 unit in the story, or {@link #NOT_IN_STORY} when it was
 *     only entered in a field of the form
 * @param end offset behind its last UTF-16 unit in the story, or {@link #NOT_IN_STORY}
 * @param standing whose it is
 */
public record PlantedIdentifier(String kind, String value, int start, int end, Standing standing) {

    /** Offset of an identifier that the story does not mention. */
    public static final int NOT_IN_STORY = -1;

    /** Whose an identifier is. */
    public enum Standing {
        /** Used by the ring of the series, or could be: it comes from the ring's current stock. */
        RING,
        /** Used by the offender and stated by no other report. */
        SINGLE,
        /** Belongs to another ring: the planted bridge between two series. */
        BRIDGE,
        /** Belongs to an innocent body that many unrelated victims mention. */
        HUB,
        /** Belongs to the reporter. */
        OWN
    }

    /** Refuses an empty value and a span that is neither whole nor absent. */
    public PlantedIdentifier {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(standing, "standing");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A planted identifier needs a value.");
        }
        boolean absent = start == NOT_IN_STORY && end == NOT_IN_STORY;
        if (!absent && (start < 0 || end <= start)) {
            throw new IllegalArgumentException(
                    "A span is absent or holds one unit or more; it was [%d, %d)."
                            .formatted(start, end));
        }
    }

    /** Whether it belongs to an innocent body that many unrelated victims mention. */
    public boolean hub() {
        return standing == Standing.HUB;
    }

    /** Whether the story mentions it. */
    public boolean inStory() {
        return start != NOT_IN_STORY;
    }
}
