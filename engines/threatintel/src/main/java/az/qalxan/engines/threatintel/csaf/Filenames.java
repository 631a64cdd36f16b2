package az.qalxan.engines.threatintel.csaf;

import java.util.Locale;
import java.util.regex.Pattern;

/** The file name that goes with the id of a document (CSAF 2.0 and 2.1, 5.1). */
public final class Filenames {

    private static final Pattern OTHERS = Pattern.compile("[^+\\-a-z0-9]+");

    private Filenames() {}

    public static String of(String trackingId) {
        return OTHERS.matcher(trackingId.toLowerCase(Locale.ROOT)).replaceAll("_") + ".json";
    }
}
