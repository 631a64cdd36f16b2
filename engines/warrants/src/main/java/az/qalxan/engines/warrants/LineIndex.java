package az.qalxan.engines.warrants;

import java.util.Arrays;

/** Tells line and column of an offset in a text. */
final class LineIndex {

    private final String text;
    private final int[] starts;

    /** A line and a column, both from 1. */
    record Spot(int line, int column) {}

    LineIndex(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !pair) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /**
     * Where the tag starts that ends before the offset: an attribute cannot hold a bare '<', so it
     * is the nearest one before.
     */
    Spot startOfTag(int endOffset) {
        int end = Math.clamp(endOffset - 1, 0, Math.max(0, text.length() - 1));
        return spot(Math.max(0, text.lastIndexOf('<', end)));
    }

    private Spot spot(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Spot(line + 1, offset - starts[line] + 1);
    }
}
