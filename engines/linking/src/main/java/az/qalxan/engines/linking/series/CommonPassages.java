package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds what two stories tell with the same words: runs of three words or more. */
final class CommonPassages {

    /** The part of a story that is looked at, so that comparing takes milliseconds at most. */
    private static final int WORDS_MAX = 1_000;

    private static final int RUN_MIN = 3;

    private final StoryWords one;
    private final StoryWords other;
    private final int[] sizes;

    CommonPassages(StoryWords one, StoryWords other) {
        this.one = one;
        this.other = other;
        this.sizes =
                new int[] {Math.min(WORDS_MAX, one.count()), Math.min(WORDS_MAX, other.count())};
    }

    /** The same words in both, from these places on. */
    private record Run(int inOne, int inOther, int words) {}

    /** Passages that do not overlap. */
    List<StoryLikeness.Passage> longestFirst() {
        List<Run> runs = runs();
        runs.sort(
                Comparator.comparingInt((Run run) -> -run.words())
                        .thenComparingInt(Run::inOne)
                        .thenComparingInt(Run::inOther));
        BitSet takenInOne = new BitSet();
        BitSet takenInOther = new BitSet();
        List<StoryLikeness.Passage> passages = new ArrayList<>();
        for (Run run : runs) {
            if (isFree(takenInOne, run.inOne(), run.words())
                    && isFree(takenInOther, run.inOther(), run.words())) {
                takenInOne.set(run.inOne(), run.inOne() + run.words());
                takenInOther.set(run.inOther(), run.inOther() + run.words());
                passages.add(passage(run));
            }
        }
        return passages;
    }

    /** Every run that cannot be made longer. */
    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int[] lengths = new int[sizes[1] + 1];
        for (int i = 1; i <= sizes[0]; i++) {
            for (int j = sizes[1]; j > 0; j--) {
                boolean same = one.hash(i - 1) == other.hash(j - 1);
                lengths[j] = same ? lengths[j - 1] + 1 : 0;
                boolean longest = i == sizes[0] || j == sizes[1] || one.hash(i) != other.hash(j);
                if (lengths[j] >= RUN_MIN && longest) {
                    runs.add(new Run(i - lengths[j], j - lengths[j], lengths[j]));
                }
            }
        }
        return runs;
    }

    private static boolean isFree(BitSet taken, int from, int words) {
        int next = taken.nextSetBit(from);
        return next < 0 || next >= from + words;
    }

    private StoryLikeness.Passage passage(Run run) {
        return new StoryLikeness.Passage(
                span(one, run.inOne(), run.words()), span(other, run.inOther(), run.words()));
    }

    private static Reason.Span span(StoryWords words, int from, int count) {
        return new Reason.Span(words.start(from), words.end(from + count - 1));
    }
}
