package az.qalxan.series;

import az.qalxan.access.Handling;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page of a series.
 *
 * @param shown the members that are shown, of all those of the series
 * @param shared the identifiers that hold it together, the ones in most members first
 * @param title its most frequent category in words
 * @param bodies acronyms by code
 * @param regions names by code
 */
record SeriesPage(
        SeriesView series,
        String title,
        List<Row> shown,
        List<SharedIdentifier> shared,
        List<DecisionRow> decisions,
        Map<String, String> bodies,
        Map<String, String> regions) {

    /** Members that are shown before everything is asked for. */
    static final int SHOWN_MAX = 60;

    SeriesPage {
        shown = List.copyOf(shown);
        shared = List.copyOf(shared);
        decisions = List.copyOf(decisions);
        bodies = Map.copyOf(bodies);
        regions = Map.copyOf(regions);
    }

    /**
     * A member and why it belongs to the series.
     *
     * @param link by which it hangs in the series; null for the one that the others hang on
     * @param to the number of the report at the link's other end
     * @param reasons in sentences
     */
    record Row(
            SeriesMember member,
            String title,
            String region,
            @Nullable SeriesLink link,
            String to,
            List<Reason> reasons) {

        Row {
            reasons = List.copyOf(reasons);
        }
    }

    /** A reason in a sentence; one that speaks against the link or weighs nothing stands back. */
    record Reason(String sentence, int points) {}

    /** An identifier that stands in several members. */
    record SharedIdentifier(long key, String kind, String value, int members, boolean hub) {}

    /** A decision with the numbers of its reports. */
    record DecisionRow(SeriesDecision decision, String one, String other) {}

    /** The narrowest marking among the members: how far the whole may travel. */
    Handling handling() {
        return Handling.ofRank(
                series.members().stream()
                        .mapToInt(one -> one.report().handling())
                        .max()
                        .orElse(Handling.RED.rank()));
    }

    String region(String code) {
        return regions.getOrDefault(code, code);
    }

    boolean all() {
        return shown.size() == series.members().size();
    }

    /** The reports that wait for a decision of a body, as far as one case may take them at once. */
    List<SeriesMember> waiting() {
        return series.members().stream()
                .filter(one -> one.report().state().equals("waiting"))
                .limit(500)
                .toList();
    }
}
