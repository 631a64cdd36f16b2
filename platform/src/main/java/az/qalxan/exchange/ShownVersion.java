package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an object as pages show it.
 *
 * @param name what the object calls itself, its value or pattern; empty when it says nothing
 * @param pap 0 for PAP:CLEAR to 3 for PAP:RED; null when nothing is said
 */
record ShownVersion(
        String id,
        String type,
        String version,
        Instant added,
        Handling handling,
        @Nullable Integer pap,
        boolean revoked,
        boolean last,
        String body,
        String sender,
        String name,
        List<ObjectFact> facts,
        String content) {

    /** No object of STIX is as short as what stands for one that is too large. */
    private static final int LEAST_CHARS = 10;

    private static final String[] PAP = {"PAP:CLEAR", "PAP:GREEN", "PAP:AMBER", "PAP:RED"};

    ShownVersion {
        facts = List.copyOf(facts);
    }

    /** Whether it is too large for a page; programs get it whole. */
    boolean tooLarge() {
        return facts.isEmpty() && content.length() < LEAST_CHARS;
    }

    /** The PAP marking as people write it; empty when nothing is said. */
    String papLabel() {
        return pap == null ? "" : PAP[pap];
    }

    ShelfPage.Line line() {
        return new ShelfPage.Line(id, version, added, ObjectCheck.STIX_2_1, "");
    }
}
