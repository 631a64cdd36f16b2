package az.qalxan.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The Liberation fonts (SIL Open Font Licence 1.1), as the artefact openpdf-fonts-extra has them.
 */
final class PrintFonts {

    static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    static final String BOLD = "/liberation/LiberationSans-Bold.ttf";
    static final String SERIF_BOLD = "/liberation/LiberationSerif-Bold.ttf";

    private PrintFonts() {}

    static InputStream open(String name) {
        InputStream in = PrintFonts.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the class path lacks the font " + name);
        }
        return in;
    }

    /** For measuring and for drawing shapes of words. */
    static Font awt(String name) {
        try (InputStream in = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + name, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("broken font " + name, e);
        }
    }
}
