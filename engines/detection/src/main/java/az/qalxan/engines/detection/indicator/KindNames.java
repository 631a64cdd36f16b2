package az.qalxan.engines.detection.indicator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that feeds, MISP and STIX have for the kinds of indicators. */
final class KindNames {

    /** Each kind's names; they are compared without regard to case, hyphens and underscores. */
    private static final Map<IndicatorKind, String> NAMES =
            Map.of(
                    IndicatorKind.MD5, "md5 md5hash hashmd5 filehashmd5",
                    IndicatorKind.SHA1, "sha1 sha1hash hashsha1 filehashsha1",
                    IndicatorKind.SHA256, "sha256 sha256hash hashsha256 filehashsha256",
                    IndicatorKind.SHA512, "sha512 sha512hash hashsha512 filehashsha512",
                    IndicatorKind.DOMAIN, "domain domainname",
                    IndicatorKind.HOST, "host hostname fqdn",
                    IndicatorKind.URL, "url uri link",
                    IndicatorKind.NETWORK,
                            "network ip ipv4 ipv6 ipv4addr ipv6addr ipsrc ipdst cidr ipaddress"
                                    + " ip:port",
                    IndicatorKind.EMAIL, "email emailaddr emailaddress emailsrc emaildst");

    private static final Map<String, IndicatorKind> BY_NAME = byName();

    private KindNames() {}

    private static Map<String, IndicatorKind> byName() {
        Map<String, IndicatorKind> kinds = new HashMap<>();
        NAMES.forEach((kind, names) -> {
            for (String name : names.split(" ")) {
                kinds.put(name, kind);
            }
        });
        return kinds;
    }

    static @Nullable IndicatorKind of(String name) {
        return BY_NAME.get(name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", ""));
    }
}
