package az.qalxan.engines.language;

import java.util.ArrayList;
import java.util.List;

/** Splits text into words made of letters and digits, in time linear in its length. */
public final class Words {

    /** Longest base of a word in UTF-16 units; the rest of a longer run belongs to no word. */
    public static final int WORD_CHARS_MAX = 64;

    private static final String APOSTROPHES = "'’‘ʼʹ`´′ʻ＇";
    private static final String HYPHENS = "-‐‑";
    private static final int ACRONYM_CHARS_MIN = 2;

    private final String text;
    private final List<Word> found = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    /**
     * Finds the words of a text. A suffix after an apostrophe ({@code Bank'ın}), or after a hyphen
     * behind an acronym or a number ({@code DİN-in}, {@code 2023-cü}), is kept apart from its base.
     * Any other apostrophe between letters belongs to the word and is left out of its base ({@code
     * mə'lumat} is {@code məlumat}); any other hyphen separates words.
     *
     * @param text any text, also with lone surrogates
     * @return the words in the order of the text
     */
    public static List<Word> of(String text) {
        Words words = new Words(text);
        words.split();
        return List.copyOf(words.found);
    }

    private void split() {
        int next = 0;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            next = startsWord(point) ? take(next) : next + Character.charCount(point);
        }
    }

    private int take(int start) {
        int end = runEnd(start);
        StringBuilder base = new StringBuilder(Math.min(end - start, WORD_CHARS_MAX));
        append(base, start, end);
        while (isOneOf(APOSTROPHES, end)) {
            int tailEnd = runEnd(end + 1);
            if (tailEnd == end + 1 || AttachedSuffixes.contains(text, end + 1, tailEnd)) {
                break;
            }
            append(base, end + 1, tailEnd);
            end = tailEnd;
        }
        return addWithSuffix(base.toString(), start, end);
    }

    private int addWithSuffix(String base, int start, int end) {
        boolean attaches =
                isOneOf(APOSTROPHES, end) || (isOneOf(HYPHENS, end) && takesHyphenatedSuffix(base));
        int suffixEnd = attaches ? runEnd(end + 1) : end;
        if (attaches && AttachedSuffixes.contains(text, end + 1, suffixEnd)) {
            found.add(new Word(base, text.substring(end + 1, suffixEnd), start, suffixEnd));
            return suffixEnd;
        }
        found.add(new Word(base, "", start, end));
        return end;
    }

    private void append(StringBuilder base, int start, int end) {
        int room = WORD_CHARS_MAX - base.length();
        int cut = Math.min(end, start + room);
        boolean splitsPair =
                cut > start && cut < end && Character.isHighSurrogate(text.charAt(cut - 1));
        base.append(text, start, splitsPair ? cut - 1 : cut);
    }

    private int runEnd(int start) {
        int end = start;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (!startsWord(point) && !(end > start && continuesWord(point))) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private boolean isOneOf(String marks, int index) {
        return index < text.length() && marks.indexOf(text.charAt(index)) >= 0;
    }

    private static boolean startsWord(int point) {
        return point < 0x80
                ? isAsciiWord(point)
                : Character.isLetterOrDigit(point) && APOSTROPHES.indexOf(point) < 0;
    }

    private static boolean isAsciiWord(int point) {
        int lower = point | 0x20;
        return (lower >= 'a' && lower <= 'z') || (point >= '0' && point <= '9');
    }

    private static boolean continuesWord(int point) {
        if (point < 0x80) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    private static boolean takesHyphenatedSuffix(String base) {
        if (Character.isDigit(base.charAt(base.length() - 1))) {
            return true;
        }
        return base.length() >= ACRONYM_CHARS_MIN && base.chars().noneMatch(Character::isLowerCase);
    }
}
