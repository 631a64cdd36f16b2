package az.qalxan.engines.synthesis;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Second reports of the same victims about the same incident, which wait for their day. */
final class Repeats {

    private static final long PURPOSE = 0x5457494345L;
    private static final double SAME_TEXT = 0.5;
    private static final int HOUR_SECONDS = 3_600;
    private static final int WAIT_HOURS_MAX = 240;

    private final CountryPlan plan;
    private final ReportDesk desk;
    private final PriorityQueue<SyntheticReport> waiting =
            new PriorityQueue<>(
                    Comparator.comparing(SyntheticReport::reportedAt)
                            .thenComparingLong(SyntheticReport::number));
    private long number;

    Repeats(CountryPlan plan, ReportDesk desk) {
        this.plan = plan;
        this.desk = desk;
        this.number = plan.reports();
    }

    /** The next one that arrives before that incident is reported; null for none. */
    @Nullable SyntheticReport before(@Nullable Incident following) {
        SyntheticReport first = waiting.peek();
        boolean due =
                first != null
                        && (following == null
                                || first.reportedAt().getEpochSecond() <= following.reportedAt());
        return due ? waiting.poll() : null;
    }

    /** The report as it is when its victim reports again, which is noted down; else unchanged. */
    SyntheticReport first(SyntheticReport report, Incident incident) {
        Dice dice = Dice.of(incident.seed(plan.seed()), PURPOSE);
        if (!dice.chance(plan.misleading().reportedTwice())) {
            return report;
        }
        SyntheticReport first = inSeries(report);
        number++;
        waiting.add(again(first, incident, dice));
        return first;
    }

    /** Two reports of one incident belong together although nobody else is concerned. */
    private static SyntheticReport inSeries(SyntheticReport report) {
        SyntheticReport.Truth truth = report.truth();
        return truth.series() != null
                ? report
                : with(
                        report,
                        report,
                        new Arrival(report.number(), report.reportedAt()),
                        new SyntheticReport.Truth(
                                "R" + Digits.padded(report.number(), 8),
                                SyntheticReport.Role.MEMBER,
                                null,
                                truth.typing()));
    }

    private SyntheticReport again(SyntheticReport first, Incident incident, Dice dice) {
        Instant when =
                first.reportedAt()
                        .plusSeconds((long) HOUR_SECONDS * (1 + dice.below(WAIT_HOURS_MAX)));
        SyntheticReport told =
                dice.chance(SAME_TEXT) ? first : desk.retold(first.number(), incident, dice.next());
        SyntheticReport.Truth truth = told.truth().series() == null ? first.truth() : told.truth();
        return with(first, told, new Arrival(number, when), truth);
    }

    private record Arrival(long number, Instant at) {}

    /** What is told may be told in other words; what happened stays. */
    private static SyntheticReport with(
            SyntheticReport first,
            SyntheticReport told,
            Arrival arrival,
            SyntheticReport.Truth truth) {
        return new SyntheticReport(
                arrival.number(),
                first.happenedAt(),
                arrival.at(),
                first.category(),
                first.region(),
                first.channel(),
                told.language(),
                told.story(),
                first.onBehalf(),
                first.loss(),
                told.identifiers(),
                truth);
    }
}
