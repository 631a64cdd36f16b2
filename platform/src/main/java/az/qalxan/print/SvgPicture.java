package az.qalxan.print;

import java.util.Locale;

/**
 * A picture of rectangles, lines and words, made once for the page and for the print. On a page it
 * is hidden from screen readers: the words of {@link #alternative} and a table stand beside it.
 */
public final class SvgPicture {

    private static final double THICK = 1.4;

    private final double width;
    private final double height;
    private final String alternative;
    private final StringBuilder inside = new StringBuilder();

    /** Where words begin or end. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * How words look.
     *
     * @param size in the picture's units
     */
    public record Letters(Ink ink, double size, Anchor anchor, boolean bold) {

        public static Letters of(Ink ink, double size) {
            return new Letters(ink, size, Anchor.START, false);
        }

        public Letters at(Anchor place) {
            return new Letters(ink, size, place, bold);
        }

        public Letters strong() {
            return new Letters(ink, size, anchor, true);
        }
    }

    /** A place and a size in the picture's units. */
    public record Box(double x, double y, double width, double height) {}

    /**
     * @param alternative what the picture says, for whoever does not see it
     */
    public SvgPicture(double width, double height, String alternative) {
        this.width = width;
        this.height = height;
        this.alternative = Printable.of(alternative);
    }

    public String alternative() {
        return alternative;
    }

    public SvgPicture box(Ink fill, Box box) {
        return element("<rect%s%s/>", inks(fill, Ink.NONE, 0, false), place(box));
    }

    /** A box with a border; with dashes where {@code dashed}. */
    public SvgPicture framed(Ink fill, Ink line, Box box, boolean dashed) {
        return element("<rect%s%s/>", inks(fill, line, 1, dashed), place(box));
    }

    public SvgPicture line(Ink ink, Box from, double thick, boolean dashed) {
        return element(
                "<line%s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                inks(Ink.NONE, ink, thick, dashed),
                number(from.x()),
                number(from.y()),
                number(from.x() + from.width()),
                number(from.y() + from.height()));
    }

    public SvgPicture circle(Ink fill, Ink line, double x, double y, double radius) {
        return element(
                "<circle%s cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
                inks(fill, line, THICK, false), number(x), number(y), number(radius));
    }

    /** A line through points; filled as well unless {@code fill} is none. */
    public SvgPicture path(Ink fill, Ink line, boolean dashed, double... points) {
        StringBuilder written = new StringBuilder();
        for (double point : points) {
            written.append(number(point)).append(' ');
        }
        return element(
                "<polyline%s points=\"%s\"/>",
                inks(fill, line, THICK, dashed), written.toString().strip());
    }

    public SvgPicture words(Letters letters, double x, double y, String words) {
        return element(
                "<text%s x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s>%s</text>",
                inks(letters.ink(), Ink.NONE, 0, false),
                number(x),
                number(y),
                number(letters.size()),
                letters.anchor() == Anchor.START
                        ? ""
                        : " text-anchor=\""
                                + letters.anchor().name().toLowerCase(Locale.ROOT)
                                + "\"",
                letters.bold() ? " font-weight=\"bold\"" : "",
                escaped(Printable.of(words)));
    }

    /**
     * What is drawn until {@link #linkEnds} leads there by the mouse; the keyboard has the table.
     */
    public SvgPicture linkTo(String path) {
        return element("<a href=\"%s\" tabindex=\"-1\">", escaped(path));
    }

    public SvgPicture linkEnds() {
        return element("</a>");
    }

    /** For a page, with that class. */
    public String onPage(String cssClass) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" viewBox=\"%s\""
                        + " aria-hidden=\"true\">%s</svg>")
                .formatted(escaped(cssClass), viewBox(), inside);
    }

    /** For a print, as wide as its place. */
    public String onPaper() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s\" alt=\"%s\">%s</svg>"
                .formatted(viewBox(), escaped(alternative), inside);
    }

    /** For a print of that width in millimetres. */
    public String onPaper(int millimetres) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s\" alt=\"%s\""
                        + " style=\"width:%dmm;height:%smm\">%s</svg>")
                .formatted(
                        viewBox(),
                        escaped(alternative),
                        millimetres,
                        number(millimetres * height / width),
                        inside);
    }

    private String viewBox() {
        return "0 0 " + number(width) + " " + number(height);
    }

    private SvgPicture element(String form, Object... parts) {
        inside.append(form.formatted(parts));
        return this;
    }

    private static String place(Box box) {
        return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                .formatted(
                        number(box.x()),
                        number(box.y()),
                        number(Math.max(0, box.width())),
                        number(box.height()));
    }

    /** Class for the page, attributes for the print. */
    private static String inks(Ink fill, Ink line, double thick, boolean dashed) {
        String drawn =
                line == Ink.NONE
                        ? ""
                        : " stroke=\"%s\" stroke-width=\"%s\"%s"
                                .formatted(
                                        line.onPaper(),
                                        number(thick),
                                        dashed ? " stroke-dasharray=\"4 3\"" : "");
        return " class=\"fill-%s line-%s\" fill=\"%s\"%s"
                .formatted(fill.code(), line.code(), fill.onPaper(), drawn);
    }

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? String.valueOf((long) rounded)
                : String.valueOf(rounded);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
