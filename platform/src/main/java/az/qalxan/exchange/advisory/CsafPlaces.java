package az.qalxan.exchange.advisory;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where documents stand: TLP:CLEAR for everybody, the rest for programs with a token. */
final class CsafPlaces {

    static final String OPEN = "/.well-known/csaf";
    static final String KEPT = "/api/advisories/csaf";

    private CsafPlaces() {}

    /** The folder of a marking, such as {@code /.well-known/csaf/white}. */
    static String folder(Handling handling) {
        String name = AdvisoryDocument.label(handling).toLowerCase(Locale.ROOT);
        return (handling == Handling.CLEAR ? OPEN : KEPT) + "/" + name;
    }

    static String feed(Handling handling) {
        return folder(handling) + "/" + feedName(handling);
    }

    static String feedName(Handling handling) {
        return "csaf-feed-tlp-"
                + AdvisoryDocument.label(handling).toLowerCase(Locale.ROOT)
                + ".json";
    }

    static String file(AdvisoryFile one) {
        return folder(one.handling()) + "/" + one.year() + "/" + one.filename();
    }

    static String file(Advisory one, Instant first) {
        int year = first.atOffset(ZoneOffset.UTC).getYear();
        return folder(one.handling()) + "/" + year + "/" + filename(one.number());
    }

    /** CSAF 2.0, 5.1. */
    static String filename(String number) {
        return number.toLowerCase(Locale.ROOT).replaceAll("[^+\\-a-z0-9]+", "_") + ".json";
    }
}
