package az.qalxan.engines.linking;

import java.text.Normalizer;

/**
 * First reading of a text: drops invisible characters and replaces compatibility forms, so that
 * every scanner sees plain characters. Each result remembers the original units it came from.
 */
final class TextFolding {

    private static final char OTHER = '\uFFFD';

    private final CharSequence source;
    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private int length;

    private TextFolding(CharSequence source) {
        this.source = source;
        this.chars = new char[source.length()];
        this.starts = new int[source.length()];
        this.ends = new int[source.length()];
    }

    static FoldedText fold(CharSequence source) {
        TextFolding folding = new TextFolding(source);
        folding.readAll();
        return Refanging.refang(folding.chars, folding.starts, folding.ends, folding.length);
    }

    private void readAll() {
        int index = 0;
        while (index < source.length()) {
            char c = source.charAt(index);
            if (c < 0x80) {
                emit(asciiForm(c), index, 1);
                index++;
            } else {
                int codePoint = Character.codePointAt(source, index);
                int units = Character.charCount(codePoint);
                if (!isInvisible(codePoint)) {
                    emit(plainForm(codePoint), index, units);
                }
                index += units;
            }
        }
    }

    private void emit(char c, int start, int units) {
        chars[length] = c;
        starts[length] = start;
        ends[length] = start + units;
        length++;
    }

    private static char asciiForm(char c) {
        return switch (c) {
            case '\t' -> ' ';
            case '\r' -> '\n';
            case '`' -> '\'';
            case '\0' -> OTHER;
            default -> c;
        };
    }

    /** Format characters, variation selectors, fillers and the keycap of an emoji digit. */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || switch (codePoint) {
                    case 0x034F, 0x115F, 0x1160, 0x20E3, 0x3164, 0x17B4, 0x17B5 -> true;
                    default -> false;
                };
    }

    private static char plainForm(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.LOWERCASE_LETTER || type == Character.UPPERCASE_LETTER) {
            return letterForm(codePoint);
        }
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            return (char) ('0' + Character.digit(codePoint, 10));
        }
        if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
            return (char) (codePoint - 0xFEE0);
        }
        return switch (type) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.DASH_PUNCTUATION -> '-';
            default -> markForm(codePoint);
        };
    }

    private static char letterForm(int codePoint) {
        boolean compatibility =
                (codePoint >= 0xFF21 && codePoint <= 0xFF5A)
                        || (codePoint >= 0x1D400 && codePoint <= 0x1D6A3);
        if (!compatibility) {
            return Character.isBmpCodePoint(codePoint) ? (char) codePoint : OTHER;
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return plain.length() == 1 ? plain.charAt(0) : OTHER;
    }

    private static char markForm(int codePoint) {
        return switch (codePoint) {
            case 0x2212, 0x2043, 0x00AF -> '-';
            case 0x2024, 0x3002, 0xFF61 -> '.';
            case 0x2018, 0x2019, 0x02BC, 0x00B4, 0x02B9, 0x2032 -> '\'';
            default ->
                    Character.isBmpCodePoint(codePoint) && !Character.isSurrogate((char) codePoint)
                            ? (char) codePoint
                            : OTHER;
        };
    }
}
