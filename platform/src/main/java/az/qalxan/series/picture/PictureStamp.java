package az.qalxan.series.picture;

import az.qalxan.access.Handling;
import az.qalxan.web.Text;
import java.time.Instant;

/**
 * What stands on a picture that goes into a file.
 *
 * @param marking as TLP 2.0 writes it
 * @param colour of the marking's letters on black, as TLP 2.0 gives it
 * @param title the series' name and number
 * @param line how many reports, when and by whom
 * @param foot what holds for every such picture
 * @param file the file's name without its ending
 */
record PictureStamp(
        String marking, String colour, String title, String line, String foot, String file) {

    static PictureStamp of(Drawing drawing, String picture, String by, Instant now, Text text) {
        Handling handling = drawing.handling();
        String name = text.of("picture.view." + picture);
        int reports = drawing.members().size();
        return new PictureStamp(
                handling.label(),
                colour(handling),
                text.of("picture.stamp.title", drawing.number(), name),
                text.of("picture.stamp.line", text.number(reports), text.time(now), by),
                text.of("picture.stamp.foot"),
                file(drawing, picture));
    }

    /** The name of a file, in which the marking stands, too. */
    static String file(Drawing drawing, String what) {
        String marking = drawing.handling().label().replace("TLP:", "TLP-").replace("+", "-");
        return drawing.number() + "-" + what + "-" + marking;
    }

    /** The marking of that rank. */
    static String marking(int rank) {
        return Handling.ofRank(rank).label();
    }

    private static String colour(Handling handling) {
        return switch (handling) {
            case CLEAR -> "#FFFFFF";
            case GREEN -> "#33FF00";
            case AMBER, AMBER_STRICT -> "#FFC000";
            case RED -> "#FF2B2B";
        };
    }
}
