package az.qalxan.law;

import az.qalxan.engines.law.Period;
import az.qalxan.web.CsvDownload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The facts of a kind as open data: each with its days, since when it is recorded, how far it can
 * be relied on, and a lasting address.
 *
 * @param on null for the facts of all days
 */
record OpenTable(FactKind kind, AsOf as, List<Row> rows) {

    private static final List<String> HEAD =
            List.of("key", "valid_from", "valid_until", "recorded_from", "standing", "link");

    OpenTable {
        rows = List.copyOf(rows);
    }

    /** A fact as programs read it. */
    record Row(
            String kind,
            String key,
            Days valid,
            String recordedFrom,
            @Nullable String standing,
            JsonNode fact,
            String link) {

        static Row of(Held<?> held, LawView view) {
            return new Row(
                    held.line().kind().code(),
                    held.line().key(),
                    Days.of(held.valid()),
                    held.since().toString(),
                    held.line().kind() == FactKind.SOURCE
                            ? null
                            : held.citation().standing().name(),
                    FactJson.write(held.fact()),
                    view.at("/api" + held.line().path()));
        }
    }

    /** Half-open days; null for no end. */
    record Days(@Nullable String from, @Nullable String until) {

        static Days of(Period period) {
            return new Days(
                    period.from() == null ? null : period.from().toString(),
                    period.until() == null ? null : period.until().toString());
        }
    }

    /** The facts that hold on the day. */
    static OpenTable of(LawView view, FactKind kind) {
        return new OpenTable(
                kind,
                view.as(),
                view.known().of(kind).stream()
                        .filter(one -> !kind.splits() || one.on(view.on()))
                        .map(one -> Row.of(one, view))
                        .toList());
    }

    /** As a file for spreadsheets; a column for each leaf that any fact has. */
    String csv() {
        List<SequencedMap<String, String>> leaves = new ArrayList<>();
        SequencedSet<String> columns = new LinkedHashSet<>();
        for (Row row : rows) {
            SequencedMap<String, String> flat = new LinkedHashMap<>();
            flatten("", row.fact(), flat);
            columns.addAll(flat.keySet());
            leaves.add(flat);
        }
        StringBuilder file = new StringBuilder();
        List<String> head = new ArrayList<>(HEAD);
        head.addAll(columns);
        try (CsvDownload csv = new CsvDownload(file, head)) {
            for (int i = 0; i < rows.size(); i++) {
                csv.row(cells(rows.get(i), leaves.get(i), columns));
            }
        }
        return file.toString();
    }

    private static List<@Nullable Object> cells(
            Row row, Map<String, String> leaves, SequencedSet<String> columns) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.key());
        cells.add(row.valid().from());
        cells.add(row.valid().until());
        cells.add(row.recordedFrom());
        cells.add(row.standing());
        cells.add(row.link());
        columns.forEach(column -> cells.add(leaves.getOrDefault(column, "")));
        return cells;
    }

    private static void flatten(String at, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties()
                    .forEach(one ->
                            flatten(
                                    at.isEmpty() ? one.getKey() : at + "." + one.getKey(),
                                    one.getValue(),
                                    flat));
        } else if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            flat.put(at, String.join(" ", node.valueStream().map(JsonNode::asString).toList()));
        } else if (node.isArray()) {
            flat.put(at, node.toString());
        } else {
            flat.put(at, node.isNull() ? "" : node.asString());
        }
    }
}
