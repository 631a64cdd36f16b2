package az.qalxan.engines.linking.series;

import java.time.Instant;
import java.time.ZoneOffset;

/** Reads what a report can be linked by. Safe for use by many threads. */
public final class TraitReader {

    /** The most traits that are kept of a report: the first ones in it. */
    public static final int TRAITS_MAX = 64;

    /** The part of a story that is read, in UTF-16 units. */
    public static final int STORY_CHARS_MAX = 20_000;

    private static final int SHOWN_CHARS_MAX = 200;

    /** The traits of the report. Never throws on any text. */
    public ReportTraits read(SeriesReport report) {
        TraitList traits = new TraitList();
        for (SeriesReport.Stated stated : report.identifiers()) {
            if (!stated.linkKey().isEmpty()) {
                traits.addIdentifier(stated);
            }
        }
        StoryWords words = StoryWords.of(report.story(), traits.all());
        return new ReportTraits(
                report.id(), circumstances(report), traits.all(), words.shortHashes());
    }

    private static ReportTraits.Circumstances circumstances(SeriesReport report) {
        Instant reported = report.reportedAt();
        Instant happened = report.happenedAt() == null ? reported : report.happenedAt();
        SeriesReport.Loss loss = report.loss();
        return new ReportTraits.Circumstances(
                day(happened),
                day(reported),
                head(report.category()),
                head(report.region()),
                loss == null ? "" : head(loss.amount().toPlainString() + " " + loss.currency()));
    }

    private static int day(Instant instant) {
        return (int) instant.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    static String head(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX);
    }
}
