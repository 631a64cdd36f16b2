package az.qalxan.engines.linking.series;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a story, folded to the plain alphabet, with their places. Words with digits and what
 * stands inside an identifier are left out: numbers, sums and links are compared on their own.
 */
final class StoryWords {

    private static final int WORD_LETTERS_MIN = 2;
    private static final int WORD_LETTERS_MAX = 64;

    private final CharSequence text;
    private final int limit;
    private final long[] hidden;
    private final char[] letters = new char[WORD_LETTERS_MAX];
    private int letterCount;
    private int[] starts = new int[128];
    private int[] ends = new int[128];
    private long[] hashes = new long[128];
    private int count;
    private char[] run = new char[1024];
    private int runLength;

    private StoryWords(CharSequence text, long[] hidden) {
        this.text = text;
        this.limit = Math.min(text.length(), TraitReader.STORY_CHARS_MAX);
        this.hidden = hidden;
    }

    /** The words of a text of which no part is hidden. */
    static StoryWords of(CharSequence text) {
        return of(text, List.of());
    }

    /** The words outside of the spans of these traits. */
    static StoryWords of(CharSequence text, List<Trait> traits) {
        long[] hidden =
                traits.stream()
                        .filter(Trait::inStory)
                        .mapToLong(trait -> (long) trait.start() << 32 | trait.end())
                        .sorted()
                        .toArray();
        StoryWords words = new StoryWords(text, hidden);
        words.readAll();
        return words;
    }

    private void readAll() {
        int at = 0;
        int span = 0;
        while (at < limit) {
            while (span < hidden.length && (int) hidden[span] <= at) {
                span++;
            }
            if (span < hidden.length && at >= (int) (hidden[span] >>> 32)) {
                at = (int) hidden[span];
            } else {
                at = isWordPart(text.charAt(at)) ? word(at) : at + 1;
            }
        }
    }

    private static boolean isWordPart(char c) {
        return Alphabet.plain(c) > Alphabet.DROPPED || Character.isDigit(c);
    }

    /** Reads the word that begins there and returns where it ends. */
    private int word(int start) {
        letterCount = 0;
        boolean digits = false;
        int at = start;
        while (at < limit) {
            char c = text.charAt(at);
            char plain = Alphabet.plain(c);
            if (plain == Alphabet.NONE && !Character.isDigit(c)) {
                break;
            }
            digits |= plain == Alphabet.NONE;
            if (plain > Alphabet.DROPPED && letterCount < WORD_LETTERS_MAX) {
                letter(plain);
            }
            at++;
        }
        if (!digits && letterCount >= WORD_LETTERS_MIN) {
            add(start, at);
        }
        return at;
    }

    /** Two letters for one sound, and a letter typed twice, become one. */
    private void letter(char plain) {
        char before = letterCount == 0 ? Alphabet.NONE : letters[letterCount - 1];
        if (plain == 'h' && (before == 's' || before == 'c' || before == 'g') || plain == before) {
            return;
        }
        if (plain == 'j' && before == 'd') {
            letters[letterCount - 1] = 'c';
            return;
        }
        letters[letterCount] = plain;
        letterCount++;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        if (run.length < runLength + letterCount + 1) {
            run = Arrays.copyOf(run, 2 * (runLength + letterCount + 1));
        }
        System.arraycopy(letters, 0, run, runLength, letterCount);
        runLength += letterCount;
        run[runLength] = ' ';
        runLength++;
        long hash = 0;
        for (int i = 0; i < letterCount; i++) {
            hash = (hash ^ letters[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        starts[count] = start;
        ends[count] = end;
        hashes[count] = Keys.mix(hash);
        count++;
    }

    /** All words one after the other, each with a space behind. */
    char[] letters() {
        return run;
    }

    /** How many of these letters and spaces there are. */
    int letterCount() {
        return runLength;
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /** The hash of a word, all 64 bits of it. */
    long hash(int word) {
        return hashes[word];
    }

    /** Every word as a hash of 16 bits. */
    short[] shortHashes() {
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
            shorts[i] = (short) hashes[i];
        }
        return shorts;
    }
}
