package az.qalxan.engines.linking;

import java.util.Set;

/**
 * Second reading of a text: turns defanged marks back, such as {@code [.]}, {@code (dot)}, {@code
 * [at]}, {@code [:]//} and a spelled-out dot before a well-known ending.
 */
final class Refanging {

    private static final int MARK_CHARS_MAX = 12;
    private static final Set<String> DOT_WORDS =
            Set.of("dot", "nöqtə", "noqte", "nöqte", "nokta", "nokte", "точка", "тчк");
    private static final String DOT_WORD_BEGINNINGS = "dDnNтТ";
    private static final Set<String> SPELLED_ENDINGS =
            Set.of(
                    "az", "com", "net", "org", "info", "ru", "tr", "gov", "edu", "me", "io", "xyz",
                    "top", "site", "online", "shop", "example", "test", "invalid", "ру", "uk");

    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private final int length;
    private int read;
    private int written;

    private Refanging(char[] chars, int[] starts, int[] ends, int length) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    /** Works in place: the written part never overtakes the read part. */
    static FoldedText refang(char[] chars, int[] starts, int[] ends, int length) {
        Refanging refanging = new Refanging(chars, starts, ends, length);
        while (refanging.read < length) {
            refanging.step();
        }
        return new FoldedText(chars, starts, ends, refanging.written);
    }

    private void step() {
        boolean turned =
                switch (chars[read]) {
                    case '[', '(', '{' -> bracketedMark();
                    case ' ' -> spelledDot();
                    default -> false;
                };
        if (!turned) {
            put(chars[read], read, read);
            read++;
        }
    }

    private boolean bracketedMark() {
        int close = closingBracket();
        if (close < 0) {
            return false;
        }
        String mark = lower(read + 1, close).strip();
        return switch (mark) {
            case ".", "@" -> joinedMark(mark.charAt(0), close);
            case "at", "et" -> joinedMark('@', close);
            case ":", "/" -> plainMark(mark, close);
            case "://" -> schemeMark(close);
            default -> DOT_WORDS.contains(mark) && joinedMark('.', close);
        };
    }

    private int closingBracket() {
        char wanted = chars[read] == '[' ? ']' : chars[read] == '(' ? ')' : '}';
        int limit = Math.min(length, read + MARK_CHARS_MAX);
        for (int i = read + 1; i < limit; i++) {
            if (chars[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** A mark between two labels, also with one space on either side. */
    private boolean joinedMark(char mark, int close) {
        int next = charAt(close + 1) == ' ' ? close + 2 : close + 1;
        int before = written > 0 && chars[written - 1] == ' ' ? written - 2 : written - 1;
        if (!FoldedText.isLetter(charAt(next)) && !FoldedText.isDigit(charAt(next))) {
            return false;
        }
        if (before < 0
                || !(FoldedText.isLetter(chars[before]) || FoldedText.isDigit(chars[before]))) {
            return false;
        }
        written = before + 1;
        put(mark, read, close);
        read = next;
        return true;
    }

    private boolean plainMark(String mark, int close) {
        put(mark.charAt(0), read, close);
        read = close + 1;
        return true;
    }

    private boolean schemeMark(int close) {
        int open = read;
        put(':', open, open);
        put('/', open + 1, open + 1);
        put('/', open + 2, close);
        read = close + 1;
        return true;
    }

    private boolean spelledDot() {
        if (written == 0
                || DOT_WORD_BEGINNINGS.indexOf(charAt(read + 1)) < 0
                || !FoldedText.isAlphanumeric(chars[written - 1])) {
            return false;
        }
        int wordEnd = wordEnd(read + 1);
        if (charAt(wordEnd) != ' ' || wordEnd - read > 6) {
            return false;
        }
        int endingEnd = wordEnd(wordEnd + 1);
        boolean spelled =
                endingEnd - wordEnd <= MARK_CHARS_MAX
                        && DOT_WORDS.contains(lower(read + 1, wordEnd))
                        && SPELLED_ENDINGS.contains(lower(wordEnd + 1, endingEnd));
        if (spelled) {
            put('.', read, wordEnd);
            read = wordEnd + 1;
        }
        return spelled;
    }

    private int wordEnd(int from) {
        int end = from;
        int limit = Math.min(length, from + MARK_CHARS_MAX);
        while (end < limit && FoldedText.isLetter(chars[end])) {
            end++;
        }
        return end;
    }

    private char charAt(int index) {
        return index < length ? chars[index] : FoldedText.NONE;
    }

    private String lower(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.append(Character.toLowerCase(chars[i]));
        }
        return text.toString();
    }

    private void put(char c, int first, int last) {
        chars[written] = c;
        starts[written] = starts[first];
        ends[written] = ends[last];
        written++;
    }
}
