package az.qalxan.engines.linking.series;

import java.util.List;

/**
 * How alike two stories are, compared exactly after folding: without regard to capitals, diacritics
 * and the alphabet.
 *
 * @param percent share of the word sequences (three in a row) that both have, 0 to 100
 * @param passages what both tell with the same words, the longest first, none overlapping
 */
public record StoryLikeness(int percent, List<Passage> passages) {

    /** Copies the passages. */
    public StoryLikeness {
        passages = List.copyOf(passages);
    }

    /** The same words in both stories: UTF-16 offsets, ends exclusive. */
    public record Passage(Reason.Span first, Reason.Span second) {}

    /** The share alone, of stories without what stands in their identifiers. */
    public static int percent(ReportTraits one, ReportTraits other) {
        return WordLikeness.percent(one.words(), other.words());
    }

    /** Compares two stories. Never throws on any text. */
    public static StoryLikeness of(String first, String second) {
        StoryWords one = StoryWords.of(first);
        StoryWords other = StoryWords.of(second);
        int percent = WordLikeness.percent(one.shortHashes(), other.shortHashes());
        return new StoryLikeness(percent, new CommonPassages(one, other).longestFirst());
    }
}
