package az.qalxan.engines.threatintel.csaf;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The profiles of both editions (chapter 4), by the document category that chooses them. */
final class Profiles {

    static final String BASE = "csaf_base";
    static final String INCIDENT = "csaf_security_incident_response";
    static final String INFORMATION = "csaf_informational_advisory";
    static final String ADVISORY = "csaf_security_advisory";
    static final String VEX = "csaf_vex";
    static final String OLD_ADVISORY = "csaf_deprecated_security_advisory";
    static final String WITHDRAWN = "csaf_withdrawn";
    static final String SUPERSEDED = "csaf_superseded";
    static final String REPORT = "csaf_vulnerability_report";

    private static final List<String> TWO_ZERO = List.of(INCIDENT, INFORMATION, ADVISORY, VEX);
    private static final List<String> TWO_ONE =
            List.of(
                    INCIDENT,
                    INFORMATION,
                    ADVISORY,
                    VEX,
                    OLD_ADVISORY,
                    WITHDRAWN,
                    SUPERSEDED,
                    REPORT);

    private Profiles() {}

    static boolean is(Document d, String... categories) {
        return Set.of(categories).contains(d.category());
    }

    static List<String> besideBase(Document d) {
        return d.isTwoOne() ? TWO_ONE : TWO_ZERO;
    }

    /** Without dashes, underscores, spaces and case (CSAF 2.1, 6.1.26). */
    static String bare(String category) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(category, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !isLine(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isLine(int c) {
        int type = Character.getType(c);
        return type == Character.DASH_PUNCTUATION
                || type == Character.CONNECTOR_PUNCTUATION
                || c == 0x2212
                || c == 0x0332
                || c == 0x00AD;
    }
}
