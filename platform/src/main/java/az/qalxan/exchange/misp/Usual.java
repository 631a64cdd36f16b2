package az.qalxan.exchange.misp;

import java.util.Set;

/** What holds of an attribute of a type when its sender does not say (MISP core, 2.4.2). */
final class Usual {

    private static final Set<String> NETWORK =
            Set.of(
                    "ip-src",
                    "ip-dst",
                    "ip-src|port",
                    "ip-dst|port",
                    "domain",
                    "domain|ip",
                    "hostname",
                    "hostname|port",
                    "url",
                    "uri",
                    "user-agent",
                    "ja3-fingerprint-md5");

    private static final Set<String> PAYLOAD =
            Set.of(
                    "md5",
                    "sha1",
                    "sha256",
                    "sha512",
                    "ssdeep",
                    "imphash",
                    "filename|md5",
                    "filename|sha1",
                    "filename|sha256",
                    "malware-sample",
                    "email-src",
                    "yara",
                    "sigma",
                    "snort");

    private Usual() {}

    static String category(String type) {
        if (NETWORK.contains(type)) {
            return "Network activity";
        }
        if (PAYLOAD.contains(type) || type.equals("filename")) {
            return "Payload delivery";
        }
        return type.equals("link") || type.equals("vulnerability") ? "External analysis" : "Other";
    }

    static boolean detects(String type) {
        return NETWORK.contains(type) || PAYLOAD.contains(type);
    }
}
