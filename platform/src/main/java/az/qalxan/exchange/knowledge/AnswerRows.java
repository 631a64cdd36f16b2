package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import az.qalxan.web.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers as lines of a file: one for each object, one for a value of which nothing is known, one
 * that says that something may not leave.
 */
record AnswerRows(Text text, Handling top, Instant now) {

    private static final int COLUMNS = 11;

    static List<String> columns(Text text) {
        return List.of(
                text.of("knowledge.column.asked"),
                text.of("knowledge.column.kind"),
                text.of("knowledge.column.state"),
                text.of("knowledge.column.value"),
                text.of("knowledge.column.object"),
                text.of("knowledge.column.name"),
                text.of("knowledge.column.sender"),
                text.of("knowledge.column.handling"),
                text.of("knowledge.column.from"),
                text.of("knowledge.column.until"),
                text.of("knowledge.column.added"));
    }

    List<List<@Nullable Object>> of(Answer answer) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        KnownValue value = answer.value();
        String kind = value == null ? "" : text.of("knowledge.kind." + value.kind().code());
        for (Hit hit : answer.hits()) {
            if (hit.handling().compareTo(top) <= 0) {
                rows.add(row(answer, kind, hit));
            }
        }
        boolean closed = rows.size() < answer.hits().size();
        if (closed || answer.more() || rows.isEmpty()) {
            rows.add(lone(answer, kind, lone(answer, closed)));
        }
        return rows;
    }

    private static String lone(Answer answer, boolean closed) {
        if (answer.value() == null) {
            return "knowledge.state.no-value";
        }
        if (closed) {
            return "knowledge.state.not-in-file";
        }
        return answer.more() ? "knowledge.state.more" : "knowledge.state.unknown";
    }

    private List<@Nullable Object> lone(Answer answer, String kind, String key) {
        @Nullable Object[] row = new Object[COLUMNS];
        row[0] = answer.asked();
        row[1] = kind;
        row[2] = text.of(key);
        return Arrays.asList(row);
    }

    private List<@Nullable Object> row(Answer answer, String kind, Hit hit) {
        return Arrays.asList(
                answer.asked(),
                kind,
                text.of("knowledge.state." + state(hit, now)),
                hit.found().text(),
                hit.object(),
                hit.name(),
                hit.body(),
                hit.handling().label(),
                hit.term().validFrom(),
                hit.term().validUntil(),
                hit.added());
    }

    /** Message key {@code knowledge.state.<state>}. */
    static String state(Hit hit, Instant now) {
        if (hit.term().revoked()) {
            return "revoked";
        }
        if (hit.term().over(now)) {
            return "over";
        }
        return hit.indicator() ? "live" : "held";
    }
}
