package az.qalxan.exchange.misp;

import java.time.Instant;
import java.util.List;

/** Our own lists: what the standards of the Internet keep free of hosts. */
final class OwnWarninglists {

    private static final List<String> ADDRESSES =
            List.of("ip-src", "ip-dst", "ip-src|port", "ip-dst|port", "domain|ip", "url", "uri");

    private static final List<String> NAMES =
            List.of(
                    "domain",
                    "hostname",
                    "hostname|port",
                    "domain|ip",
                    "url",
                    "uri",
                    "email",
                    "email-src",
                    "email-dst");

    /** RFC 6890 and RFC 5771: this network, private, shared, loopback, link-local, multicast. */
    private static final List<String> SPECIAL =
            List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/128",
                    "::1/128",
                    "fc00::/7",
                    "fe80::/10",
                    "ff00::/8");

    /** RFC 5737, RFC 3849 and RFC 9637. */
    private static final List<String> DOCUMENTED =
            List.of(
                    "192.0.2.0/24",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "2001:db8::/32",
                    "3fff::/20");

    /** RFC 2606 and RFC 6761. */
    private static final List<String> RESERVED =
            List.of(
                    "example",
                    "example.com",
                    "example.net",
                    "example.org",
                    "invalid",
                    "localhost",
                    "test");

    private OwnWarninglists() {}

    static List<Warninglist> all() {
        return List.of(
                list(
                        "Special-purpose addresses (RFC 6890)",
                        Warninglist.Kind.CIDR,
                        ADDRESSES,
                        SPECIAL),
                list(
                        "Addresses for documentation (RFC 5737, RFC 3849)",
                        Warninglist.Kind.CIDR,
                        ADDRESSES,
                        DOCUMENTED),
                list(
                        "Reserved names (RFC 2606, RFC 6761)",
                        Warninglist.Kind.HOSTNAME,
                        NAMES,
                        RESERVED));
    }

    private static Warninglist list(
            String name, Warninglist.Kind kind, List<String> types, List<String> entries) {
        return new Warninglist("", name, kind, 1, "", true, types, entries, true, Instant.EPOCH);
    }
}
