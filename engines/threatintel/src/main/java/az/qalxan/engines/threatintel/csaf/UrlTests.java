package az.qalxan.engines.threatintel.csaf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether URLs lead anywhere, as far as this can be told without asking: names that are reserved
 * never to exist (RFC 6761) lead nowhere. No other machine is asked, for an advisory is often
 * judged where there is no way out, and asking would tell others what is being read.
 */
final class UrlTests {

    private static final Set<String> NOWHERE = Set.of("invalid", "test", "localhost");

    private UrlTests() {}

    static void register(Tests tests) {
        tests.both("6.3.6", (d, f) -> others(d).forEach(at -> judge(at, f)));
        tests.both("6.3.7", (d, f) -> references(d, true).forEach(at -> judge(at, f)));
    }

    private static void judge(At at, Findings f) {
        if (leadsNowhere(at.text())) {
            f.add(at, "leads nowhere");
        }
    }

    private static boolean leadsNowhere(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            String scheme = uri.getScheme();
            boolean isWeb = scheme != null && scheme.toLowerCase(Locale.ROOT).startsWith("http");
            if (!isWeb || host == null) {
                return isWeb;
            }
            String lower = host.toLowerCase(Locale.ROOT);
            return NOWHERE.contains(lower.substring(lower.lastIndexOf('.') + 1));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<At> references(Document d, boolean self) {
        List<At> all = new ArrayList<>(d.document().each("references"));
        d.vulnerabilities().forEach(v -> all.addAll(v.each("references")));
        return all.stream()
                .filter(r -> r.text("category").equals("self") == self)
                .map(r -> r.at("url"))
                .toList();
    }

    private static List<At> others(Document d) {
        List<At> all = new ArrayList<>(references(d, false));
        At document = d.document();
        document.each("acknowledgments").forEach(a -> all.addAll(a.each("urls")));
        all.add(document.at("aggregate_severity").at("namespace"));
        all.add(document.at("distribution").at("tlp").at("url"));
        all.add(document.at("publisher").at("namespace"));
        all.add(document.at("publisher").at("contact").at("public_openpgp_key_url"));
        for (Product p : d.products()) {
            all.addAll(p.helper().each("sbom_urls"));
            for (At uri : p.helper().each("x_generic_uris")) {
                all.add(uri.at("namespace"));
                all.add(uri.at("uri"));
            }
        }
        for (At v : d.vulnerabilities()) {
            v.each("acknowledgments").forEach(a -> all.addAll(a.each("urls")));
            v.each("remediations").forEach(r -> all.add(r.at("url")));
        }
        return all;
    }
}
