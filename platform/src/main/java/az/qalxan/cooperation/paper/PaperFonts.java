package az.qalxan.cooperation.paper;

import java.io.InputStream;

/**
 * The Liberation fonts (SIL Open Font Licence 1.1), as the artefact openpdf-fonts-extra has them.
 */
final class PaperFonts {

    static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    static final String BOLD = "/liberation/LiberationSans-Bold.ttf";
    static final String SERIF_BOLD = "/liberation/LiberationSerif-Bold.ttf";

    private PaperFonts() {}

    static InputStream open(String name) {
        InputStream in = PaperFonts.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the class path lacks the font " + name);
        }
        return in;
    }
}
