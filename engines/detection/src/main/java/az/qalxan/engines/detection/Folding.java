package az.qalxan.engines.detection;

/** Case folding that keeps every index: one char becomes one char (Sigma compares without case). */
final class Folding {

    private Folding() {}

    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    static String fold(String text) {
        char[] folded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char small = fold(c);
            if (small != c) {
                if (folded == null) {
                    folded = text.toCharArray();
                }
                folded[i] = small;
            }
        }
        return folded == null ? text : new String(folded);
    }
}
