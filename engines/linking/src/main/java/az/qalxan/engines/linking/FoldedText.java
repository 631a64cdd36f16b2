package az.qalxan.engines.linking;

/**
 * A text as the scanners read it: one plain character where the writer used a look-alike, an
 * invisible mark or a defanged form, with the place in the original that each one stands for.
 */
final class FoldedText {

    /** What {@link #at} answers outside the text. */
    static final char NONE = '\0';

    private final char[] chars;
    private final char[] numeric;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    /** Takes over the arrays; only {@link TextFolding} makes one. */
    FoldedText(char[] chars, int[] starts, int[] ends, int length) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
        this.numeric = numericView(chars, length);
    }

    int length() {
        return length;
    }

    char at(int index) {
        return index >= 0 && index < length ? chars[index] : NONE;
    }

    /** As {@link #at}, but with the digit where a letter was typed in its place: O5O for 050. */
    char numericAt(int index) {
        return index >= 0 && index < length ? numeric[index] : NONE;
    }

    boolean isDigitAt(int index) {
        return isDigit(numericAt(index));
    }

    boolean isAlphanumericAt(int index) {
        return isAlphanumeric(at(index));
    }

    boolean isLetterAt(int index) {
        return isLetter(at(index));
    }

    String substring(int from, int to) {
        return new String(chars, from, to - from);
    }

    int originalStart(int index) {
        return starts[index];
    }

    int originalEnd(int lastIndex) {
        return ends[lastIndex];
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isAsciiLetter(c);
    }

    static boolean isLetter(char c) {
        return isAsciiLetter(c) || (c > 0x7F && Character.isLetter(c));
    }

    /** Reads look-alike letters as digits in words that hold digits and nothing else. */
    private static char[] numericView(char[] chars, int length) {
        char[] view = chars.clone();
        int i = 0;
        while (i < length) {
            i = isDigit(chars[i]) ? readWord(chars, view, i, length) : i + 1;
        }
        return view;
    }

    /** Reads the word around a digit; returns its end. */
    private static int readWord(char[] chars, char[] view, int digit, int length) {
        int end = digit;
        while (end < length && isDigit(lookAlike(chars[end]))) {
            end++;
        }
        int start = digit;
        while (start > 0 && isDigit(lookAlike(chars[start - 1]))) {
            start--;
        }
        boolean letterBefore = start > 0 && isLetter(chars[start - 1]);
        boolean letterAfter = end < length && isLetter(chars[end]);
        if (!letterBefore && !letterAfter) {
            for (int i = start; i < end; i++) {
                view[i] = lookAlike(chars[i]);
            }
        }
        return end;
    }

    private static char lookAlike(char c) {
        return switch (c) {
            case 'O', 'o', 'О', 'о' -> '0';
            case 'l', 'I', '|' -> '1';
            case 'З', 'з' -> '3';
            default -> c;
        };
    }
}
