package az.qalxan.exchange.notice;

import org.jspecify.annotations.Nullable;

/**
 * Where something was seen.
 *
 * @param ip null when only a name is known
 * @param asn 0 when it is not known
 * @param domain in its ASCII form; empty when it is not known
 * @param port 0 when it is not known
 * @param url empty when it is not known
 */
record Where(@Nullable IpAddress ip, long asn, String domain, int port, String url) {

    /** As people write it: the address with its port, or else the name. */
    String words() {
        if (ip == null) {
            return domain;
        }
        if (port == 0) {
            return ip.toString();
        }
        return (ip.isV4() ? ip.toString() : "[" + ip + "]") + ":" + port;
    }
}
