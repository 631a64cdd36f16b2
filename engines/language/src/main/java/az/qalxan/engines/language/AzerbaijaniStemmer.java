package az.qalxan.engines.language;

import az.qalxan.engines.language.Suffix.Attachment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the search key of a folded Azerbaijani word by taking suffixes off its end.
 *
 * <p>All orders of suffixes that the grammar allows are followed back at once. If one of them ends
 * in a known root, the longest such root gives the key; otherwise only suffixes that are safe on
 * unknown roots come off. Every (state, length) is visited at most twice, so the work is linear in
 * the length of the word. Since the word is folded first, typing with or without diacritics gives
 * the same key. An instance holds buffers and serves one thread.
 */
final class AzerbaijaniStemmer {

    private static final int UNKNOWN_PASSES_MAX = 4;
    private static final int UNKNOWN_CHARS_MIN = 4;
    private static final int HIDDEN_CHARS_MIN = 5;
    private static final int ROOT_CHARS_MIN = 2;
    private static final int TRUSTED_BITS = 16;
    private static final int CAPACITY = Words.WORD_CHARS_MAX + 1;

    /** Consonants that no noun has before a final d, so that -dı behind them is the past. */
    private static final String PAST_CLUSTERS = "bfjkmpstvxyz";

    private static final State[][] ALTERNATIVES = alternatives();

    private final char[] word = new char[CAPACITY + 1];
    private final char[] lastVowels = new char[CAPACITY];
    private final char[] nextOpen = new char[CAPACITY + 1];
    private final int[] hashes = new int[CAPACITY];
    private final int[] visited = new int[CAPACITY];
    private int length;
    private @Nullable String bestKey;
    private int bestLength;
    private int unknownLength;

    /**
     * The key of a word.
     *
     * @param folded letters a to z, at most {@value Words#WORD_CHARS_MAX}
     */
    String key(String folded) {
        String whole = Roots.KNOWN.wholeWord(folded);
        if (whole != null) {
            return whole;
        }
        load(folded);
        visit(State.WORD, length, true);
        if (bestKey == null) {
            visit(State.PREDICATE, length, true);
        }
        String known = bestKey;
        if (known != null) {
            return known;
        }
        return EnglishShape.matches(folded) ? folded : unknownKey(folded);
    }

    private void load(String folded) {
        length = folded.length();
        folded.getChars(0, length, word, 0);
        char vowel = 0;
        int hash = 0;
        for (int i = 0; i < length; i++) {
            char letter = word[i];
            hash = 31 * hash + letter;
            vowel = Letters.isVowel(letter) ? letter : vowel;
            hashes[i + 1] = hash;
            lastVowels[i + 1] = vowel;
        }
        word[length] = 0;
        word[length + 1] = 0;
        loadNextOpenVowels();
        Arrays.fill(visited, 0, length + 1, 0);
        bestKey = null;
        bestLength = 0;
        unknownLength = length;
    }

    private void loadNextOpenVowels() {
        char open = 0;
        nextOpen[length] = open;
        for (int i = length - 1; i >= 0; i--) {
            open = word[i] == 'a' || word[i] == 'e' ? word[i] : open;
            nextOpen[i] = open;
        }
    }

    private void visit(State state, int rest, boolean trusted) {
        int bit = 1 << (state.ordinal() + (trusted ? TRUSTED_BITS : 0));
        if ((visited[rest] & bit) != 0) {
            return;
        }
        visited[rest] |= bit;
        accept(state, rest, trusted);
        for (State alternative : ALTERNATIVES[state.ordinal()]) {
            visit(alternative, rest, trusted);
        }
        if (rest <= ROOT_CHARS_MIN) {
            return;
        }
        for (Suffix suffix : Morphotactics.ending(state, word[rest - 2], word[rest - 1])) {
            int left = rest - suffix.letters().length();
            if (left >= ROOT_CHARS_MIN && fits(suffix, left, rest)) {
                visit(suffix.before(), left, trusted && trusts(suffix, left));
            }
        }
    }

    private void accept(State state, int rest, boolean trusted) {
        if (state != State.NOUN && state != State.VERB_ROOT) {
            return;
        }
        if (trusted) {
            unknownLength = Math.min(unknownLength, rest);
        }
        if (rest <= bestLength) {
            return;
        }
        String key =
                Roots.KNOWN.key(new Roots.Place(word, rest, hashes[rest], nextOpen[rest]), state);
        if (key != null) {
            bestKey = key;
            bestLength = rest;
        }
    }

    private boolean fits(Suffix suffix, int left, int rest) {
        return endsWith(suffix.letters(), rest)
                && attaches(suffix.attachment(), word[left - 1])
                && lastVowels[left] != 0
                && suffix.harmonisesWith(lastVowels[left])
                && (!suffix.soft() || Letters.isVowel(word[rest]));
    }

    private boolean trusts(Suffix suffix, int left) {
        return left >= suffix.trust().charsMin()
                && (!suffix.trust().verbOnly() || isVerb(suffix, left))
                && !(suffix.letters().equals("ye") && endsLikeSoftened(left))
                && !(isPresent(suffix) && word[left - 1] == 'd')
                && !(isThirdPerson(suffix) && endsLikeSibilantNoun(left));
    }

    private boolean isVerb(Suffix suffix, int left) {
        boolean past = suffix.letters().equals("di") || suffix.letters().equals("du");
        return (past && PAST_CLUSTERS.indexOf(word[left - 1]) >= 0)
                || DerivedVerbs.endsLikeOne(word, left);
    }

    /** The present ending; behind a d it is rather the causative -dır, part of the verb. */
    private static boolean isPresent(Suffix suffix) {
        return suffix.letters().equals("ir") || suffix.letters().equals("ur");
    }

    private static boolean isThirdPerson(Suffix suffix) {
        return suffix.letters().equals("si") || suffix.letters().equals("su");
    }

    /** Whether si or su behind the rest is rather the end of a noun like göstəriş. */
    private boolean endsLikeSibilantNoun(int left) {
        char last = word[left - 1];
        return (last == 'i' || last == 'u') && word[left - 2] != 'c';
    }

    /** Whether the rest ends in li or lu: a y behind it is far more often -lik softened. */
    private boolean endsLikeSoftened(int left) {
        char last = word[left - 1];
        return word[left - 2] == 'l' && (last == 'i' || last == 'u');
    }

    private boolean endsWith(String letters, int rest) {
        int start = rest - letters.length();
        for (int i = 0; i < letters.length(); i++) {
            if (word[start + i] != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean attaches(Attachment attachment, char last) {
        return switch (attachment) {
            case ANY -> true;
            case VOWEL -> Letters.isVowel(last);
            case CONSONANT -> !Letters.isVowel(last);
        };
    }

    private String unknownKey(String folded) {
        int stem = unknownLength;
        for (int pass = 1; pass < UNKNOWN_PASSES_MAX; pass++) {
            Arrays.fill(visited, 0, length + 1, 0);
            visit(State.CASE, stem, true);
            if (unknownLength == stem) {
                break;
            }
            stem = unknownLength;
        }
        if (stem < UNKNOWN_CHARS_MIN && length < UNKNOWN_CHARS_MIN) {
            return folded;
        }
        return hardened(stem);
    }

    /** Drops final letters that an ending would hide, and undoes softening. */
    private String hardened(int stem) {
        int end = stem >= HIDDEN_CHARS_MIN ? withoutHidden(stem) : stem;
        char last = word[end - 1];
        if (last == 'q') {
            return new String(word, 0, end - 1) + 'g';
        }
        boolean softened =
                last == 'y'
                        && lastVowels[end] != 'a'
                        && lastVowels[end] != 'o'
                        && end >= UNKNOWN_CHARS_MIN;
        return softened ? new String(word, 0, end - 1) + 'k' : new String(word, 0, end);
    }

    /** Without a final vowel, and without the s of -as, -es or the y of -ay before it. */
    private int withoutHidden(int stem) {
        char last = word[stem - 1];
        char before = word[stem - 2];
        boolean sibilant = last == 's' && (before == 'a' || before == 'e');
        boolean glide = last == 'y' && before == 'a';
        int end = stem > HIDDEN_CHARS_MIN && (sibilant || glide) ? stem - 1 : stem;
        return Letters.isVowel(word[end - 1]) ? end - 1 : end;
    }

    private static State[][] alternatives() {
        State[][] alternatives = new State[State.values().length][];
        for (State state : State.values()) {
            alternatives[state.ordinal()] = state.alternatives().toArray(State[]::new);
        }
        return alternatives;
    }
}
