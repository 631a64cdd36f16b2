package az.qalxan.exchange.taxii;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The media types of TAXII 2.1 (section 1.6.8), as requests name them. */
final class TaxiiMedia {

    static final String TAXII = "application/taxii+json;version=2.1";
    static final String STIX = "application/stix+json;version=2.1";

    private static final String BARE = "application/taxii+json";
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([!#$%&'*+.^_`|~0-9a-z-]+)\\s*=\\s*(\"[^\"]*\"|[^\\s;\"]+)\\s*");

    private TaxiiMedia() {}

    /** A range of the Accept header (RFC 9110, section 12.5.1). */
    private record Range(String type, String version, boolean wanted) {}

    /**
     * Asks that the client accepts what this server writes.
     *
     * @throws TaxiiFault 406 otherwise
     */
    static void requireAccepted(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Accept"));
        if (headers.isEmpty()) {
            return;
        }
        List<Range> ranges = new ArrayList<>();
        for (String header : headers) {
            for (String part : header.split(",", -1)) {
                ranges.add(range(part));
            }
        }
        if (ranges.stream().noneMatch(TaxiiMedia::accepts)) {
            throw TaxiiFault.notAcceptable(String.join(", ", headers));
        }
    }

    private static boolean accepts(Range range) {
        boolean named =
                range.type.equals(BARE)
                        || range.type.equals("application/*")
                        || range.type.equals("*/*");
        return range.wanted && named && (range.version.isEmpty() || range.version.equals("2.1"));
    }

    /**
     * Asks that the body is written in TAXII 2.1.
     *
     * @throws TaxiiFault 415 otherwise
     */
    static void requireTaxiiBody(HttpServletRequest request) {
        @Nullable String type = request.getHeader("Content-Type");
        Range named = range(type == null ? "" : type);
        if (!named.type.equals(BARE) || !(named.version.isEmpty() || named.version.equals("2.1"))) {
            throw TaxiiFault.unsupported(type == null ? "missing" : type);
        }
    }

    private static Range range(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
        String version = "";
        boolean wanted = true;
        for (int i = 1; i < parts.length; i++) {
            Matcher parameter = PARAMETER.matcher(parts[i]);
            if (parameter.matches()) {
                String value = parameter.group(2).replace("\"", "");
                version = parameter.group(1).equals("version") ? value : version;
                wanted = wanted && !(parameter.group(1).equals("q") && value.matches("0(\\.0*)?"));
            }
        }
        return new Range(parts[0].strip(), version, wanted);
    }
}
