package az.qalxan.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one fact.
 *
 * @param held what holds on the day; null when nothing does
 * @param others what holds on other days
 * @param history all that was ever recorded, the latest first
 * @param proposals changes that were proposed; empty for those who may not see them
 */
record RowPage(
        LawView view,
        LineKey line,
        @Nullable Held<?> held,
        List<Held<?>> others,
        List<Recording> history,
        List<Proposal> proposals) {

    RowPage {
        others = List.copyOf(others);
        history = List.copyOf(history);
        proposals = List.copyOf(proposals);
    }

    /** The fields of what holds. */
    List<FactField.Value> values() {
        return held == null
                ? List.of()
                : FactField.values(line.kind(), FactJson.write(held.fact()));
    }
}
