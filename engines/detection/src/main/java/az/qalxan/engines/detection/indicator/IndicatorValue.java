package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.Address;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A value in the one form in which it is compared: names in lower case and ASCII, URLs without
 * scheme, user, usual port and fragment, networks with noughts behind their bits.
 */
public final class IndicatorValue implements ValueRead {

    /** Longer texts are refused. */
    public static final int TEXT_MAX = 2_048;

    static final int NAME_MAX = 253;
    static final int BOX_MAX = 64;
    private static final int LABEL_MAX = 63;

    /** Wider networks hold so many addresses that a hit says nothing. */
    static final int BITS_MIN_FOUR = 8;

    static final int BITS_MIN_SIX = 16;

    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F:.]{2,45}(/[0-9]{1,3})?");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,30}://");

    private final IndicatorKind kind;
    private final String text;

    /** The text is in its form already. */
    IndicatorValue(IndicatorKind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    public IndicatorKind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    /** The value that the text is, of the kind that it looks like. A name is a domain. */
    public static ValueRead read(String written) {
        String text = Refanging.refang(written.strip());
        if (text.isEmpty()) {
            return new NoIndicator("there is no value");
        }
        for (IndicatorKind kind : IndicatorKind.values()) {
            if (kind.digits() > 0 && text.length() == kind.digits() && isHex(text)) {
                return read(kind, text);
            }
        }
        if (text.indexOf("://") > 0 && SCHEME.matcher(text).lookingAt()) {
            return read(IndicatorKind.URL, text);
        }
        if (NETWORK.matcher(text).matches() && isAddress(text)) {
            return network(text);
        }
        if (text.indexOf('/') > 0 || text.indexOf('?') > 0) {
            return read(IndicatorKind.URL, text);
        }
        return read(text.indexOf('@') >= 0 ? IndicatorKind.EMAIL : IndicatorKind.DOMAIN, text);
    }

    /** The value of a kind that the text is. */
    public static ValueRead read(IndicatorKind kind, String written) {
        String text = Refanging.refang(written.strip());
        if (text.length() > TEXT_MAX) {
            return new NoIndicator("longer than " + TEXT_MAX);
        }
        return switch (kind) {
            case MD5, SHA1, SHA256, SHA512 -> digest(kind, text);
            case DOMAIN -> name(kind, text.startsWith("*.") ? text.substring(2) : text);
            case HOST -> name(kind, text);
            case URL -> url(text);
            case NETWORK -> network(text);
            case EMAIL -> email(text);
        };
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where the host of a URL ends, in bytes. */
    int hostEnd() {
        int end = 0;
        while (text.charAt(end) != '/' && text.charAt(end) != ':') {
            end++;
        }
        return end;
    }

    /** Reads the network's address there, and returns how many bits of it count. */
    int bits(Address address) {
        byte[] bytes = bytes();
        int slash = text.indexOf('/');
        address.read(bytes, 0, slash < 0 ? bytes.length : slash);
        int whole = address.isSix() ? 128 : 32;
        return slash < 0 ? whole : Integer.parseInt(text.substring(slash + 1));
    }

    /** The value and all that it is below or in, as far as a set may hold such. */
    List<IndicatorValue> widened(IndicatorSet.Scope scope) {
        return switch (kind) {
            case MD5, SHA1, SHA256, SHA512, URL, EMAIL -> List.of(this);
            case DOMAIN, HOST -> names();
            case NETWORK -> networks(scope);
        };
    }

    private List<IndicatorValue> names() {
        List<IndicatorValue> names = new ArrayList<>();
        names.add(new IndicatorValue(IndicatorKind.HOST, text));
        int begin = 0;
        for (int point = text.indexOf('.'); point > 0; point = text.indexOf('.', begin)) {
            names.add(new IndicatorValue(IndicatorKind.DOMAIN, text.substring(begin)));
            begin = point + 1;
        }
        return names;
    }

    private List<IndicatorValue> networks(IndicatorSet.Scope scope) {
        Address address = new Address();
        int own = bits(address);
        return scope.bits(address.isSix()).stream()
                .filter(bits -> bits <= own)
                .mapToObj(address::shown)
                .map(shown -> new IndicatorValue(IndicatorKind.NETWORK, shown))
                .toList();
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 || !Letters.isHex((byte) text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static ValueRead digest(IndicatorKind kind, String text) {
        if (text.length() != kind.digits() || !isHex(text)) {
            return no(text, "is not " + kind.digits() + " hexadecimal digits");
        }
        return new IndicatorValue(kind, text.toLowerCase(Locale.ROOT));
    }

    private static NoIndicator no(String text, String reason) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new NoIndicator("'" + shown + "' " + reason);
    }

    private static ValueRead name(IndicatorKind kind, String text) {
        String ascii = ascii(text);
        return ascii.isEmpty()
                ? no(text, "is not a name of two parts or more (RFC 1035)")
                : new IndicatorValue(kind, ascii);
    }

    /** The name in lower case and ASCII; empty where it is none. */
    static String ascii(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > NAME_MAX) {
            return "";
        }
        String ascii = name.toLowerCase(Locale.ROOT);
        if (!isAscii(ascii)) {
            try {
                ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
        return ascii.length() <= NAME_MAX && isName(ascii) ? ascii : "";
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Two labels or more, of which the last is no number. */
    private static boolean isName(String ascii) {
        int begin = 0;
        boolean number = true;
        for (int i = 0; i <= ascii.length(); i++) {
            if (i == ascii.length() || ascii.charAt(i) == '.') {
                boolean good = i > begin && i - begin <= LABEL_MAX && ascii.charAt(begin) != '-';
                if (!good || (i == ascii.length() && (number || begin == 0))) {
                    return false;
                }
                begin = i + 1;
                number = true;
            } else if (ascii.charAt(i) > 127 || !Letters.isName((byte) ascii.charAt(i))) {
                return false;
            } else {
                number &= Letters.isDigit((byte) ascii.charAt(i));
            }
        }
        return true;
    }

    private static boolean isAddress(String text) {
        return isAddress(text, new Address());
    }

    private static boolean isAddress(String text, Address address) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int slash = text.indexOf('/');
        return address.read(bytes, 0, slash < 0 ? bytes.length : slash);
    }

    private static ValueRead network(String text) {
        int slash = text.indexOf('/');
        Address address = new Address();
        if (!isAddress(text, address)) {
            return no(text, "is not an IP address or prefix");
        }
        int whole = address.isSix() ? 128 : 32;
        int bits = slash < 0 ? whole : bits(text.substring(slash + 1));
        int least = address.isSix() ? BITS_MIN_SIX : BITS_MIN_FOUR;
        if (bits < least || bits > whole) {
            return no(text, "is not a prefix of " + least + " to " + whole + " bits");
        }
        return new IndicatorValue(IndicatorKind.NETWORK, address.shown(bits));
    }

    private static int bits(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static ValueRead email(String text) {
        String whole = text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
        int at = whole.lastIndexOf('@');
        String box = at < 0 ? "" : whole.substring(0, at);
        String host = ascii(whole.substring(at + 1));
        byte[] bytes = box.getBytes(StandardCharsets.UTF_8);
        boolean good = bytes.length > 0 && bytes.length <= BOX_MAX && !host.isEmpty();
        for (int i = 0; i < bytes.length; i++) {
            good &= Letters.isAnyBox(bytes[i]);
            bytes[i] = Letters.lower(bytes[i]);
        }
        return good
                ? new IndicatorValue(
                        IndicatorKind.EMAIL, new String(bytes, StandardCharsets.UTF_8) + "@" + host)
                : no(text, "is not a mail address");
    }

    /** Scheme and user are left out: the same place is asked for with and without. */
    private static ValueRead url(String text) {
        var scheme = SCHEME.matcher(text);
        String rest = scheme.lookingAt() ? text.substring(scheme.end()) : text;
        int end = end(rest);
        String authority = rest.substring(rest.lastIndexOf('@', end) + 1, end);
        int colon = authority.indexOf(':');
        String host = host(colon < 0 ? authority : authority.substring(0, colon));
        String port = colon < 0 ? "" : authority.substring(colon);
        if (host.isEmpty() || !isPort(port)) {
            return no(text, "is not a URL with a host's name or an IPv4 address");
        }
        int fragment = rest.indexOf('#');
        String path = rest.substring(end, fragment < 0 ? rest.length() : fragment);
        String rooted = path.startsWith("/") ? path : "/" + path;
        boolean usual = port.equals(":80") || port.equals(":443");
        String kept = host + (usual ? "" : port) + rooted;
        byte[] bytes = kept.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (Letters.endsUrl(b)) {
                return no(text, "holds a sign that a URL cannot hold as it is");
            }
        }
        return bytes.length > TEXT_MAX
                ? no(text, "is longer than " + TEXT_MAX + " bytes")
                : new IndicatorValue(IndicatorKind.URL, kept);
    }

    /** A colon and digits, or nothing. */
    private static boolean isPort(String port) {
        return port.isEmpty() || PORT.matcher(port).matches();
    }

    private static int end(String rest) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String host(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Address address = new Address();
        return address.readFour(bytes, 0, bytes.length) ? address.shown(32) : ascii(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndicatorValue that && kind == that.kind && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return kind + " " + text;
    }
}
