package az.qalxan.engines.threatintel.pattern;

import java.text.Normalizer;

/** A text in which {@code %} stands for any characters and {@code _} for any one (§9.6.1). */
final class LikeText {

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final String written;
    private final int[] points;

    private LikeText(String written) {
        this.written = written;
        points = written.codePoints().map(c -> c == '%' ? ANY : c == '_' ? ONE : c).toArray();
    }

    static LikeText of(String text) {
        return new LikeText(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    String written() {
        return written;
    }

    /** Whether the whole text, which is in normal form, is like this. */
    boolean fits(String text) {
        int at = 0;
        int point = 0;
        int anyPoint = -1;
        int anyAt = 0;
        while (at < text.length()) {
            if (point < points.length && points[point] == ANY) {
                anyPoint = point++;
                anyAt = at;
            } else if (point < points.length && isSame(points[point], text, at)) {
                point++;
                at = after(text, at);
            } else if (anyPoint >= 0) {
                anyAt = after(text, anyAt);
                at = anyAt;
                point = anyPoint + 1;
            } else {
                return false;
            }
        }
        while (point < points.length && points[point] == ANY) {
            point++;
        }
        return point == points.length;
    }

    private static boolean isSame(int point, String text, int at) {
        return point == ONE || point == text.codePointAt(at);
    }

    private static int after(String text, int at) {
        return at + Character.charCount(text.codePointAt(at));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LikeText like && like.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
