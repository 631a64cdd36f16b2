package az.qalxan.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the part of SVG 1.1 that our own pictures use: {@code g, rect, line, circle, polyline,
 * text} with attributes for colour and stroke. Words become shapes of the print's font, so that a
 * picture needs no font of the machine. Anything else is a defect of ours and stops the print.
 */
final class SvgDrawing {

    private static final Font REGULAR = PrintFonts.awt(PrintFonts.REGULAR);
    private static final Font BOLD = PrintFonts.awt(PrintFonts.BOLD);
    private static final float FONT_SIZE = 12;

    private final Graphics2D graphics;

    SvgDrawing(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** Draws everything inside of an {@code svg} or {@code g}. */
    void drawInside(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(element);
            }
        }
    }

    private void draw(Element element) {
        switch (element.getTagName().toLowerCase(Locale.ROOT)) {
            case "title", "desc" -> {
                // Said by the alternative text.
            }
            case "g", "a" -> drawInside(element);
            case "rect" -> paint(element, rectangle(element));
            case "circle" -> paint(element, circle(element));
            case "line" -> paint(element, line(element));
            case "polyline" -> paint(element, polyline(element.getAttribute("points")));
            case "text" -> write(element);
            default ->
                    throw new IllegalArgumentException(
                            "pictures do not use " + element.getTagName());
        }
    }

    private static Shape rectangle(Element element) {
        double x = number(element, "x", 0);
        double y = number(element, "y", 0);
        double width = number(element, "width", 0);
        double height = number(element, "height", 0);
        double round = number(element, "rx", 0);
        return round > 0
                ? new RoundRectangle2D.Double(x, y, width, height, 2 * round, 2 * round)
                : new Rectangle2D.Double(x, y, width, height);
    }

    private static Shape circle(Element element) {
        double r = number(element, "r", 0);
        double x = number(element, "cx", 0);
        double y = number(element, "cy", 0);
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private static Shape line(Element element) {
        return new Line2D.Double(
                number(element, "x1", 0),
                number(element, "y1", 0),
                number(element, "x2", 0),
                number(element, "y2", 0));
    }

    private static Shape polyline(String points) {
        String[] numbers = points.strip().split("[ ,]+", -1);
        Path2D path = new Path2D.Double();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            double x = Double.parseDouble(numbers[i]);
            double y = Double.parseDouble(numbers[i + 1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private void write(Element element) {
        float size = (float) number(element, "font-size", FONT_SIZE);
        Font font = element.getAttribute("font-weight").equals("bold") ? BOLD : REGULAR;
        Shape words =
                font.deriveFont(size)
                        .createGlyphVector(
                                graphics.getFontRenderContext(),
                                Printable.of(element.getTextContent()))
                        .getOutline();
        double width = words.getBounds2D().getMaxX();
        double shift =
                switch (element.getAttribute("text-anchor")) {
                    case "end" -> -width;
                    case "middle" -> -width / 2;
                    default -> 0;
                };
        AffineTransform there =
                AffineTransform.getTranslateInstance(
                        number(element, "x", 0) + shift, number(element, "y", 0));
        paint(element, there.createTransformedShape(words));
    }

    private void paint(Element element, Shape shape) {
        @Nullable Color fill = colour(element.getAttribute("fill"));
        if (fill != null) {
            graphics.setPaint(fill);
            graphics.fill(shape);
        }
        @Nullable Color stroke = colour(element.getAttribute("stroke"));
        if (stroke != null) {
            graphics.setPaint(stroke);
            graphics.setStroke(stroke(element));
            graphics.draw(shape);
        }
    }

    private static BasicStroke stroke(Element element) {
        float width = (float) number(element, "stroke-width", 1);
        String dashes = element.getAttribute("stroke-dasharray");
        if (dashes.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        String[] parts = dashes.split("[ ,]+", -1);
        float[] lengths = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            lengths[i] = Float.parseFloat(parts[i]);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, lengths, 0);
    }

    /** Null for {@code none} and for no colour at all: nothing is painted that nobody asked for. */
    private static @Nullable Color colour(String written) {
        return written.isEmpty() || written.equals("none") ? null : Color.decode(written);
    }

    static double number(Element element, String name, double otherwise) {
        String written = element.getAttribute(name);
        return written.isEmpty() ? otherwise : Double.parseDouble(written);
    }
}
