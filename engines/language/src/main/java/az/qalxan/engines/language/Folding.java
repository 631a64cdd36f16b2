package az.qalxan.engines.language;

import java.text.Normalizer;

/**
 * Lower-casing by the rules of Azerbaijani and folding of text to the plain form used for search.
 */
public final class Folding {

    private static final char COMBINING_DOT_ABOVE = '\u0307';
    private static final int REPLACEMENT = 0xFFFD;

    private Folding() {}

    /**
     * Lower-cases Azerbaijani text: {@code I} becomes {@code ı}, {@code İ} (also when written as
     * {@code I} with a combining dot) becomes {@code i}. No combining dot is ever left after an i.
     *
     * @param text any text, also with lone surrogates, which stay as they are
     * @return the lower-case text; never longer than twice the text
     */
    public static String lower(String text) {
        StringBuilder lowered = new StringBuilder(text.length());
        int next = 0;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            next += Character.charCount(point);
            boolean dotted = next < text.length() && text.charAt(next) == COMBINING_DOT_ABOVE;
            if (dotted && (point == 'I' || point == 'i' || point == 'İ')) {
                next++;
                lowered.append('i');
            } else {
                lowered.appendCodePoint(lowerPoint(point));
            }
        }
        return lowered.toString();
    }

    /**
     * Folds text to its plain search form: lower case, {@code ə ı ş ç ğ ö ü} as {@code e i s c g o
     * u}, compatibility forms (full width, ligatures, superscripts) as plain ones, no combining
     * marks, no zero-width, bidirectional or other format characters. Cyrillic stays Cyrillic, in
     * lower case and with {@code ё} as {@code е}. Lone surrogates become U+FFFD.
     *
     * <p>Folding is idempotent: {@code fold(fold(x))} equals {@code fold(x)}.
     *
     * @param text any text
     * @return the folded text
     */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        foldTo(folded, text, 0, text.length());
        return folded.toString();
    }

    /** Folds the given range of the text onto the end of {@code folded}. */
    static void foldTo(StringBuilder folded, CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            char plain = letter < LatinFolds.SIZE ? LatinFolds.PLAIN[letter] : LatinFolds.NONE;
            if (plain == LatinFolds.NONE) {
                foldRare(folded, text, i, end);
                return;
            }
            if (plain != LatinFolds.DROPPED) {
                folded.append(plain);
            }
        }
    }

    private static void foldRare(StringBuilder folded, CharSequence text, int start, int end) {
        String composed = Normalizer.normalize(text.subSequence(start, end), Normalizer.Form.NFKC);
        composed.codePoints().forEach(point -> foldPoint(folded, point));
    }

    private static void foldPoint(StringBuilder folded, int point) {
        if (point < LatinFolds.SIZE && LatinFolds.PLAIN[point] != LatinFolds.NONE) {
            appendPlain(folded, LatinFolds.PLAIN[point]);
        } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            folded.appendCodePoint(REPLACEMENT);
        } else if (isCyrillic(point)) {
            folded.appendCodePoint(foldCyrillic(Character.toLowerCase(point)));
        } else {
            foldDecomposed(folded, point);
        }
    }

    private static void appendPlain(StringBuilder folded, char plain) {
        if (plain != LatinFolds.DROPPED) {
            folded.append(plain);
        }
    }

    private static void foldDecomposed(StringBuilder folded, int point) {
        String lowered = Character.toString(Character.toLowerCase(point));
        String parts = Normalizer.normalize(lowered, Normalizer.Form.NFKD);
        parts.codePoints().forEach(part -> appendPart(folded, part));
    }

    private static void appendPart(StringBuilder folded, int part) {
        if (isMark(part) || LatinFolds.isInvisible(part)) {
            return;
        }
        if (isCyrillic(part)) {
            folded.appendCodePoint(foldCyrillic(Character.toLowerCase(part)));
            return;
        }
        String spelled = LatinFolds.spelled(part);
        if (spelled.isEmpty()) {
            folded.appendCodePoint(Character.toLowerCase(part));
        } else {
            folded.append(spelled);
        }
    }

    private static int lowerPoint(int point) {
        return switch (point) {
            case 'I' -> 'ı';
            case 'İ' -> 'i';
            default -> Character.toLowerCase(point);
        };
    }

    private static int foldCyrillic(int point) {
        return point == 'ё' ? 'е' : point;
    }

    private static boolean isCyrillic(int point) {
        return point >= 0x0400 && point <= 0x052F && !isMark(point);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
