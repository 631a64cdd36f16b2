package az.qalxan.engines.threatintel.csaf;

import java.util.Locale;

/** The file name that goes with the id of a document (CSAF 2.0 and 2.1, 5.1). */
public final class Filenames {

    private Filenames() {}

    public static String of(String trackingId) {
        return trackingId.toLowerCase(Locale.ROOT).replaceAll("[^+\\-a-z0-9]+", "_") + ".json";
    }
}
