package az.qalxan.engines.linking;

import java.util.Locale;
import java.util.Optional;

/** Reads a link, with or without its scheme, from the place where it begins. */
final class LinkReader {

    private static final int PORT_DIGITS_MAX = 5;
    private static final int USER_CHARS_MAX = 128;

    private final FoldedText text;
    private final Findings findings;

    LinkReader(FoldedText text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    /** What follows {@code ://}; any shape of host is accepted there. */
    Optional<Link> afterScheme(String scheme, int start) {
        int userEnd = userEnd(start);
        String user = userEnd < 0 ? "" : text.substring(start, userEnd);
        int hostStart = userEnd < 0 ? start : userEnd + 1;
        if (text.at(hostStart) == '[') {
            return bracketed(scheme, user, hostStart);
        }
        return HostReader.read(text, hostStart).map(host -> behind(host, scheme, user));
    }

    /** What follows a host that stands without scheme. */
    Link bare(Host host) {
        return behind(host, "", "");
    }

    private Optional<Link> bracketed(String scheme, String user, int start) {
        int close = start;
        int limit = Math.min(text.length(), start + IpAddresses.V6_CHARS_MAX + 2);
        while (close < limit && text.at(close) != ']') {
            close++;
        }
        int end = close;
        return text.at(close) == ']'
                ? IpAddresses.version6(text.substring(start + 1, end))
                        .map(address -> new Host("[" + address + "]", end + 1, true))
                        .map(host -> behind(host, scheme, user))
                : Optional.empty();
    }

    private Link behind(Host host, String scheme, String user) {
        int at = host.end();
        String port = port(at);
        at += port.isEmpty() ? 0 : port.length() + 1;
        int end = at;
        if (opensTail(text.at(at))) {
            end = LinkTail.end(text, at, findings);
        }
        String shownPort = isDefault(scheme, port) ? "" : port;
        return new Link(scheme, user, host.name(), shownPort, text.substring(at, end), end);
    }

    private static boolean opensTail(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    private String port(int colon) {
        int end = colon + 1;
        while (FoldedText.isDigit(text.at(end)) && end - colon <= PORT_DIGITS_MAX) {
            end++;
        }
        boolean port = text.at(colon) == ':' && end > colon + 1;
        return port && !text.isAlphanumericAt(end) ? text.substring(colon + 1, end) : "";
    }

    private static boolean isDefault(String scheme, String port) {
        return switch (scheme) {
            case "http" -> port.equals("80");
            case "https" -> port.equals("443");
            case "ftp" -> port.equals("21");
            default -> false;
        };
    }

    /** Place of the at sign that ends a user part, or -1. */
    private int userEnd(int start) {
        int limit = Math.min(text.length(), start + USER_CHARS_MAX);
        for (int i = start; i < limit; i++) {
            char c = text.at(i);
            if (c == '@') {
                return i;
            }
            if (c <= ' ' || opensTail(c)) {
                return -1;
            }
        }
        return -1;
    }

    /** The plain name of a written or defanged scheme, or empty. */
    static String scheme(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "http", "hxxp", "hxtp", "htxp", "h**p" -> "http";
            case "https", "hxxps", "hxtps", "htxps", "h**ps" -> "https";
            case "ftp", "fxp" -> "ftp";
            default -> "";
        };
    }
}
