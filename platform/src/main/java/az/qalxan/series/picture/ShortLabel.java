package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.Node;

/** The words under a sign: short, and about how wide they are. */
final class ShortLabel {

    private static final int CHARS_MAX = 22;
    private static final int HEAD = 12;
    private static final int TAIL = 8;

    /** Widths in 12 px letters of a wide sans-serif font; others are narrower. */
    private static final double NARROW = 4;

    private static final double USUAL = 7.5;
    private static final double WIDE = 10.5;
    private static final String NARROW_SIGNS = "iıljtfrI.,:;'|!/()[] ";
    private static final String WIDE_SIGNS = "mwMWÜÖ@+%…";

    private ShortLabel() {}

    static String of(Node node) {
        String label =
                node.kind() == NodeKind.URL
                        ? node.label().replaceFirst("^https?://(www\\.)?", "")
                        : node.label();
        if (label.codePointCount(0, label.length()) <= CHARS_MAX) {
            return label;
        }
        int[] signs = label.codePoints().toArray();
        return new String(signs, 0, HEAD) + "…" + new String(signs, signs.length - TAIL, TAIL);
    }

    static double width(String label) {
        return label.codePoints().mapToDouble(ShortLabel::width).sum();
    }

    private static double width(int sign) {
        if (NARROW_SIGNS.indexOf(sign) >= 0) {
            return NARROW;
        }
        return WIDE_SIGNS.indexOf(sign) >= 0 ? WIDE : USUAL;
    }
}
