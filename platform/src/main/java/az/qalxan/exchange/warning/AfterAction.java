package az.qalxan.exchange.warning;

import az.qalxan.web.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long it took: from asking to letting out, from then to each body's mail server and to its
 * acknowledgement. Nobody types a figure; each follows from moments that were kept.
 *
 * @param approve null where nothing was asked for
 * @param deliver median; null while no mail was taken
 * @param acknowledge median; null while nobody acknowledged
 * @param slowest the slowest acknowledgement
 * @param inTime how many acknowledged within the time for it
 */
record AfterAction(
        int warnings,
        int fast,
        int bodies,
        int reached,
        int acknowledged,
        int inTime,
        @Nullable Duration approve,
        @Nullable Duration deliver,
        @Nullable Duration acknowledge,
        @Nullable Duration slowest) {

    /** A warning that is out, with its deliveries. */
    record Case(Warning warning, List<WarningDelivery> deliveries) {

        Case {
            deliveries = List.copyOf(deliveries);
        }

        private Instant released() {
            return Objects.requireNonNull(warning.course().releasedAt());
        }
    }

    static AfterAction of(List<Case> cases) {
        List<Duration> approve = new ArrayList<>();
        List<Duration> deliver = new ArrayList<>();
        List<Duration> acknowledge = new ArrayList<>();
        int bodies = 0;
        int inTime = 0;
        for (Case one : cases) {
            Instant asked = one.warning().course().askedAt();
            if (asked != null) {
                approve.add(Duration.between(asked, one.released()));
            }
            Duration allowed = Duration.ofMinutes(one.warning().course().ackMinutes());
            for (WarningDelivery delivery : one.deliveries()) {
                bodies++;
                if (delivery.sentAt() != null) {
                    deliver.add(Duration.between(one.released(), delivery.sentAt()));
                }
                if (delivery.acknowledgedAt() != null) {
                    Duration took = Duration.between(one.released(), delivery.acknowledgedAt());
                    acknowledge.add(took);
                    inTime += took.compareTo(allowed) <= 0 ? 1 : 0;
                }
            }
        }
        return new AfterAction(
                cases.size(),
                (int) cases.stream().filter(one -> one.warning().fast()).count(),
                bodies,
                deliver.size(),
                acknowledge.size(),
                inTime,
                median(approve),
                median(deliver),
                median(acknowledge),
                acknowledge.stream().max(Duration::compareTo).orElse(null));
    }

    /** The middle one; of an even number the earlier of the two in the middle. */
    static @Nullable Duration median(List<Duration> all) {
        if (all.isEmpty()) {
            return null;
        }
        List<Duration> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get((sorted.size() - 1) / 2);
    }

    /**
     * A length of time in words: seconds below two minutes, minutes below two hours, then hours.
     */
    static String words(@Nullable Duration span, Text text) {
        if (span == null) {
            return "–";
        }
        if (span.toSeconds() < 120) {
            return text.of("warning.seconds", span.toSeconds());
        }
        return span.toMinutes() < 120
                ? text.of("warning.minutes", span.toMinutes())
                : text.of("warning.hours", span.toHours(), span.toMinutesPart());
    }
}
