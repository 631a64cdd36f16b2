package az.qalxan.engines.content;

/** Foreign characters made harmless for a line of output. */
final class Texts {

    private Texts() {}

    /** One line: runs of control and space become one space; cut without breaking a pair. */
    static String line(String raw, int max) {
        StringBuilder line = new StringBuilder(Math.min(raw.length(), max));
        boolean space = false;
        for (int i = 0; i < raw.length() && line.length() < max; i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                space = !line.isEmpty();
            } else if (isForeign(raw, i)) {
                line.append('\ufffd');
            } else {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.append(c);
            }
        }
        return cut(line, max);
    }

    /** Text with its line breaks, but without other controls and lone surrogates. */
    static String clean(CharSequence raw, int max) {
        StringBuilder clean = new StringBuilder(Math.min(raw.length(), max));
        for (int i = 0; i < raw.length() && clean.length() < max; i++) {
            char c = raw.charAt(i);
            if (c == '\n' || c == '\t') {
                clean.append(c);
            } else if (c == '\r') {
                if (i + 1 >= raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (!Character.isISOControl(c)) {
                clean.append(isForeign(raw, i) ? '\ufffd' : c);
            }
        }
        return cut(clean, max);
    }

    /** Whether the unit is half of a pair without its other half. */
    private static boolean isForeign(CharSequence raw, int i) {
        char c = raw.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= raw.length() || !Character.isLowSurrogate(raw.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(raw.charAt(i - 1)));
    }

    private static String cut(StringBuilder text, int max) {
        int end = Math.min(text.length(), max);
        if (end > 0 && end == max && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
