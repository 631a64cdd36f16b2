package az.qalxan.reporting;

import java.text.Normalizer;

/**
 * Removes from foreign text what no reader can see and some programs obey: control characters, lone
 * surrogates, zero-width signs and bidirectional overrides (UTS #39, CVE-2021-42574).
 */
public final class CleanText {

    private CleanText() {}

    /** The text in NFC without such characters, ends stripped; line breaks become {@code \n}. */
    public static String of(String text) {
        if (isClean(text)) {
            return text.strip();
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(CleanText::visible)
                .forEach(clean::appendCodePoint);
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** Whether only letters and signs stand in it that are composed and visible: the usual case. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean usual =
                    (sign >= ' ' && sign < 0x7f)
                            || sign == '\n'
                            || (sign >= 0xc0 && sign < 0x180)
                            || sign == 'ə'
                            || sign == 'Ə'
                            || (sign >= 0x410 && sign < 0x450);
            if (!usual) {
                return false;
            }
        }
        return true;
    }

    private static boolean visible(int character) {
        if (character == '\n' || character == '\t') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
