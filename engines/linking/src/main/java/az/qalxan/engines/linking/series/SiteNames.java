package az.qalxan.engines.linking.series;

import com.google.common.net.InternetDomainName;

/** The domain that somebody registered, behind a host name, a link or a mail address. */
final class SiteNames {

    private static final int PATTERN_CHARS_MIN = 8;

    private SiteNames() {}

    /** The host in the key of a link, which begins with the host. */
    static String hostOfLink(String location) {
        int end = 0;
        while (end < location.length() && "/?:".indexOf(location.charAt(end)) < 0) {
            end++;
        }
        return location.substring(0, end);
    }

    /** Two labels, or one more than the public suffix has; empty for an address in digits. */
    static String registered(String host) {
        int last = host.lastIndexOf('.');
        if (last <= 0 || last == host.length() - 1 || Character.isDigit(host.charAt(last + 1))) {
            return "";
        }
        if (InternetDomainName.isValid(host)) {
            InternetDomainName name = InternetDomainName.from(host);
            if (name.isUnderPublicSuffix()) {
                return name.topPrivateDomain().toString();
            }
        }
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }

    /**
     * What is left of a name without its digits: {@code kuryer-pay36746} and {@code kuryer-pay8}
     * follow one pattern. Empty when nothing was left out or little remains.
     */
    static String pattern(String name) {
        StringBuilder left = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isDigit(c)) {
                left.append(c);
            } else if (left.length() == 0 || left.charAt(left.length() - 1) != '#') {
                left.append('#');
            }
        }
        boolean telling = left.indexOf("#") >= 0 && left.length() >= PATTERN_CHARS_MIN;
        return telling ? left.toString() : "";
    }
}
