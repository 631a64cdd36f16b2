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
    private static final int PHRASES = 4;

    /** The traits of the report. Never throws on any text. */
    public ReportTraits read(SeriesReport report) {
        TraitList traits = new TraitList();
        for (SeriesReport.Stated stated : report.identifiers()) {
            if (!stated.linkKey().isEmpty()) {
                traits.addIdentifier(stated);
            }
        }
        StoryWords words = StoryWords.of(report.story(), traits.all());
        new StoryNames(report.story(), words).addTo(traits);
        if (words.count() >= WordLikeness.WORDS_MIN) {
            addPhrases(new MinHash().sample(words, 2 * PHRASES), traits);
        }
        return new ReportTraits(
                report.id(), circumstances(report), traits.all(), words.shortHashes());
    }

    /** Pairs of the signature's places: stories that are alike share at least one of them. */
    private static void addPhrases(int[] sample, TraitList traits) {
        for (int i = 0; i < PHRASES; i++) {
            long pair = (long) sample[2 * i] << 32 | sample[2 * i + 1] & 0xFFFF_FFFFL;
            traits.add(
                    new Trait(
                            TraitKind.STORY,
                            Keys.mix(pair + i),
                            "",
                            Trait.NOT_IN_STORY,
                            Trait.NOT_IN_STORY));
        }
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
