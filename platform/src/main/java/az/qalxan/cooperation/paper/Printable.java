package az.qalxan.cooperation.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Text as the paper's font can print it. What it lacks becomes a square, what only steers the
 * direction of writing is left out; the data inside the paper keep every character.
 */
final class Printable {

    private static final int SQUARE = '□';
    private static final Font FONT = font();

    private Printable() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.strip().codePoints().forEach(point -> append(point, shown));
        return shown.toString();
    }

    private static void append(int point, StringBuilder shown) {
        if (point == '\n') {
            shown.append('\n');
        } else if (point == '\t') {
            shown.append(' ');
        } else if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
            return;
        } else {
            shown.appendCodePoint(FONT.canDisplay(point) ? point : SQUARE);
        }
    }

    private static Font font() {
        try (InputStream in = PaperFonts.open(PaperFonts.REGULAR)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the papers' font", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the papers' font is broken", e);
        }
    }
}
