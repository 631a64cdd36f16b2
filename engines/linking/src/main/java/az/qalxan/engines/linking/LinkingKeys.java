package az.qalxan.engines.linking;

/** The comparable form of each kind of identifier. */
final class LinkingKeys {

    private LinkingKeys() {}

    static String of(IdentifierKind kind, String scheme, String value) {
        return switch (kind) {
            case PHONE, IBAN, CARD, EMAIL -> kind.code() + ':' + value;
            case WALLET, IP, HANDLE -> kind.code() + ':' + scheme + ':' + value;
            case DOMAIN -> kind.code() + ':' + withoutWww(value);
            case URL -> kind.code() + ':' + location(value);
        };
    }

    /** The host name in a link, without user part and port. */
    static String host(String url) {
        String location = location(url);
        return withoutPort(location.substring(0, firstOf(location, "/?")));
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon < 0 ? authority : authority.substring(0, colon);
    }

    /** Host, port, path and query: scheme, user part, fragment and a lone slash do not matter. */
    private static String location(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int fragment = rest.indexOf('#');
        rest = fragment < 0 ? rest : rest.substring(0, fragment);
        int authorityEnd = firstOf(rest, "/?");
        int user = rest.lastIndexOf('@', authorityEnd - 1);
        rest = rest.substring(user < 0 ? 0 : user + 1);
        if (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return withoutWww(rest);
    }

    private static int firstOf(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
