package az.qalxan.engines.threatintel.stix;

/** Whether a text is an address of the net, as STIX wants it written. */
final class NetFormats {

    private static final int LABEL_CHARS_MAX = 63;
    private static final int DOMAIN_CHARS_MAX = 253;
    private static final int LOCAL_PART_CHARS_MAX = 64;
    private static final int IPV6_GROUPS = 8;

    private NetFormats() {}

    /** §6.8: one IPv4 address or a network in CIDR notation. */
    static boolean ipv4(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return (slash < 0 || prefix(text.substring(slash + 1), 32)) && dotted(address);
    }

    /** §6.9: one IPv6 address or a network in CIDR notation. */
    static boolean ipv6(String text) {
        int slash = text.indexOf('/');
        String whole = slash < 0 ? text : text.substring(0, slash);
        int zone = whole.indexOf('%');
        String address = zone < 0 ? whole : whole.substring(0, zone);
        return (slash < 0 || prefix(text.substring(slash + 1), 128))
                && zone != whole.length() - 1
                && groups(address);
    }

    /** §6.10: six pairs of hexadecimal digits in lower case with colons. */
    static boolean mac(String text) {
        if (text.length() != 17) {
            return false;
        }
        for (int i = 0; i < 17; i++) {
            char c = text.charAt(i);
            if (i % 3 == 2 ? c != ':' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** §6.4: RFC 1034 and RFC 5890; underscores as names of services have them. */
    static boolean domain(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.isEmpty() || name.length() > DOMAIN_CHARS_MAX) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            if (!label(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean label(String label) {
        if (label.isEmpty() || label.length() > LABEL_CHARS_MAX) {
            return false;
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return false;
        }
        return label.chars()
                .allMatch(c ->
                        c > 0x7F
                                ? Character.isDefined(c)
                                : alphanumeric(c) || c == '-' || c == '_');
    }

    private static boolean alphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** §6.5: addr-spec of RFC 5322 without comments and folding. */
    static boolean email(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LOCAL_PART_CHARS_MAX) {
            return false;
        }
        String domain = text.substring(at + 1);
        boolean literal = domain.startsWith("[") && domain.endsWith("]");
        return local(text.substring(0, at)) && (literal || domain(domain));
    }

    private static boolean local(String local) {
        if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
            return local.chars().noneMatch(Character::isISOControl);
        }
        boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        return !dots && local.chars().allMatch(NetFormats::atomic);
    }

    private static boolean atomic(int c) {
        return c > 0x7F || alphanumeric(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
    }

    private static boolean prefix(String text, int max) {
        if (text.isEmpty() || text.length() > 3 || text.length() > 1 && text.charAt(0) == '0') {
            return false;
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9') && Integer.parseInt(text) <= max;
    }

    private static boolean dotted(String address) {
        int parts = 0;
        int value = -1;
        int digits = 0;
        for (int i = 0; i <= address.length(); i++) {
            char c = i == address.length() ? '.' : address.charAt(i);
            if (c == '.') {
                if (digits == 0 || value > 255) {
                    return false;
                }
                parts++;
                value = -1;
                digits = 0;
            } else if (c < '0' || c > '9' || digits == 3 || value == 0) {
                return false;
            } else {
                value = Math.max(value, 0) * 10 + c - '0';
                digits++;
            }
        }
        return parts == 4;
    }

    private static boolean groups(String address) {
        int twice = address.indexOf("::");
        if (twice < 0) {
            return groups(address, false) == IPV6_GROUPS;
        }
        String before = address.substring(0, twice);
        String after = address.substring(twice + 2);
        int count = part(before, false) + part(after, true);
        return before.indexOf('.') < 0 && count >= 0 && count < IPV6_GROUPS;
    }

    private static int part(String groups, boolean last) {
        return groups.isEmpty() ? 0 : groups(groups, last);
    }

    /** How many groups these are; so few that no sum is right when one is not a group. */
    private static int groups(String text, boolean last) {
        int count = 0;
        String[] groups = text.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            if (i == groups.length - 1 && groups[i].indexOf('.') >= 0) {
                return dotted(groups[i]) ? count + 2 : -100;
            }
            if (!group(groups[i])) {
                return -100;
            }
            count++;
        }
        return last || count <= IPV6_GROUPS ? count : -100;
    }

    private static boolean group(String group) {
        return !group.isEmpty()
                && group.length() <= 4
                && group.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }
}
