package az.qalxan.engines.detection;

/** Case folding that keeps every index: one char becomes one char (Sigma compares without case). */
public final class Folding {

    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            FOLDED[c] = Character.toLowerCase(Character.toUpperCase((char) c));
        }
    }

    private Folding() {}

    static char fold(char c) {
        return FOLDED[c];
    }

    public static String fold(String text) {
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
