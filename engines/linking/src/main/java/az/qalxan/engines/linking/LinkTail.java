package az.qalxan.engines.linking;

import java.util.Set;

/** Finds where a link ends in running text. */
final class LinkTail {

    static final int LINK_CHARS_MAX = 2048;

    private static final String STOPS = "<>\"«»“”„|\\^{}\uFFFD";
    private static final String TRAILING = ".,;:!?'…*_~";
    private static final Set<String> CERTAIN_ENDINGS =
            Set.of("dan", "den", "daki", "deki", "nin", "ya", "ye");

    private LinkTail() {}

    /** End of the path, query and fragment that begin at {@code start}. */
    static int end(FoldedText text, int start, Findings findings) {
        int limit = Math.min(text.length(), start + LINK_CHARS_MAX);
        int end = start;
        while (end < limit && !isStop(text, end) && !findings.isTaken(end)) {
            end++;
        }
        return withoutEnding(text, start, trimmed(text, start, end));
    }

    private static boolean isStop(FoldedText text, int index) {
        char c = text.at(index);
        return c <= ' ' || STOPS.indexOf(c) >= 0 || (c == '\'' && isQuoteOrEnding(text, index));
    }

    private static boolean isQuoteOrEnding(FoldedText text, int index) {
        return !text.isAlphanumericAt(index + 1) || CaseEndings.isEndingAt(text, index + 1);
    }

    private static int trimmed(FoldedText text, int start, int end) {
        int last = end;
        while (last > start) {
            char c = text.at(last - 1);
            boolean bracket =
                    (c == ')' && opens(text, start, last, '(', ')') < 0)
                            || (c == ']' && opens(text, start, last, '[', ']') < 0);
            if (TRAILING.indexOf(c) < 0 && !bracket) {
                break;
            }
            last--;
        }
        return last;
    }

    /** Opening minus closing brackets. */
    private static int opens(FoldedText text, int start, int end, char open, char close) {
        int balance = 0;
        for (int i = start; i < end; i++) {
            balance += text.at(i) == open ? 1 : text.at(i) == close ? -1 : 0;
        }
        return balance;
    }

    /** Drops {@code -dan} and its like; short endings only when they hold a non-ASCII letter. */
    private static int withoutEnding(FoldedText text, int start, int end) {
        int hyphen = end - 1;
        while (hyphen > start && end - hyphen <= CaseEndings.CHARS_MAX && text.at(hyphen) != '-') {
            hyphen--;
        }
        if (hyphen <= start || text.at(hyphen) != '-') {
            return end;
        }
        String tail = text.substring(hyphen + 1, end);
        boolean ascii = tail.chars().allMatch(c -> c < 0x80);
        boolean ending = ascii ? CERTAIN_ENDINGS.contains(tail) : CaseEndings.isEnding(tail);
        return ending ? hyphen : end;
    }
}
