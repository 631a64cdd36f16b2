package az.qalxan.operators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How soon operators answer. An order counts from the day on which it was approved; one that is not
 * answered yet counts as late once it is due. Practice and cancelled orders do not count.
 */
@Component
class AnswerTimes {

    private static final Duration SPAN = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A line of the table.
     *
     * @param p50 hours within which half of the answers came; null without any answer
     * @param p90 hours within which nine of ten came
     * @param late orders that were answered after they were due, or are overdue now
     * @param judged orders that have a due time
     */
    record Line(
            String provider,
            String kind,
            int orders,
            int answered,
            @Nullable Double p50,
            @Nullable Double p90,
            int late,
            int judged) {

        double lateShare() {
            return judged == 0 ? 0 : (double) late / judged;
        }
    }

    private record Row(
            String provider,
            String kind,
            @Nullable Instant approvedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant dueAt) {}

    /** By operator and kind over the last year, as far as the caller may count. */
    @Transactional(readOnly = true)
    List<Line> lastYear() {
        Instant now = clock.instant();
        Map<String, List<Row>> groups = new TreeMap<>();
        for (Row row : rows(now.minus(SPAN), now)) {
            groups.computeIfAbsent(row.provider() + " " + row.kind(), key -> new ArrayList<>())
                    .add(row);
        }
        return groups.values().stream().map(rows -> line(rows, now)).toList();
    }

    private static Line line(List<Row> rows, Instant now) {
        List<Double> hours = new ArrayList<>();
        int late = 0;
        int judged = 0;
        for (Row row : rows) {
            Instant approved = row.approvedAt();
            Instant answered = row.answeredAt();
            Instant due = row.dueAt();
            if (approved != null && answered != null) {
                hours.add(Duration.between(approved, answered).toSeconds() / 3_600.0);
            }
            if (due != null) {
                judged++;
                late += (answered == null ? now : answered).isAfter(due) ? 1 : 0;
            }
        }
        hours.sort(null);
        Row first = rows.getFirst();
        return new Line(
                first.provider(),
                first.kind(),
                rows.size(),
                hours.size(),
                quantile(hours, 0.5),
                quantile(hours, 0.9),
                late,
                judged);
    }

    /** The smallest value that is not exceeded by that share of the values (nearest rank). */
    static @Nullable Double quantile(List<Double> sorted, double share) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    private List<Row> rows(Instant since, Instant until) {
        return jdbc.sql("select * from operators.answer_times(:since, :until)")
                .param("since", utc(since))
                .param("until", utc(until))
                .query((row, number) ->
                        new Row(
                                row.getString("provider"),
                                row.getString("kind"),
                                OrderStore.instant(row, "approved_at"),
                                OrderStore.instant(row, "answered_at"),
                                OrderStore.instant(row, "due_at")))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
