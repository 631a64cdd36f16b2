package az.qalxan.print;

import java.awt.Font;

/**
 * Text as the paper's font can print it. What it lacks becomes a square, what only steers the
 * direction of writing is left out; the data inside the paper keep every character.
 */
public final class Printable {

    private static final int SQUARE = '□';
    private static final Font FONT = PrintFonts.awt(PrintFonts.REGULAR);

    private Printable() {}

    /** The text with a square for each sign that cannot be printed. */
    public static String of(String text) {
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
}
