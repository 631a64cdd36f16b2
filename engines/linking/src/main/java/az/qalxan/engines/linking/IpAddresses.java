package az.qalxan.engines.linking;

import java.util.Optional;

/** Text forms of IP addresses: dotted quads and the canonical IPv6 form of RFC 5952. */
final class IpAddresses {

    static final int V6_CHARS_MAX = 45;

    private static final int GROUPS = 8;
    private static final int WRITTEN_GROUPS_MIN = 3;

    private IpAddresses() {}

    static boolean isVersion4(String text) {
        int octets = 0;
        int value = -1;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (digits == 0 || value > 255) {
                    return false;
                }
                octets++;
                value = -1;
                digits = 0;
            } else if (!FoldedText.isDigit(c) || value == 0 || digits == 3) {
                return false;
            } else {
                value = Math.max(value, 0) * 10 + (c - '0');
                digits++;
            }
        }
        return octets == 4;
    }

    /** The canonical form, if the text is an address and not a clock time or a code fragment. */
    static Optional<String> version6(String text) {
        int gap = text.indexOf("::");
        String head = gap < 0 ? text : text.substring(0, gap);
        String tail = gap < 0 ? "" : text.substring(gap + 2);
        int[] left = groups(head);
        int[] right = groups(tail);
        int written = left.length + right.length;
        boolean broken = left.length > GROUPS || right.length > GROUPS;
        boolean shortened = written < GROUPS && isPlausible(text, written);
        boolean counts = gap < 0 ? written == GROUPS : shortened;
        if (broken || !counts) {
            return Optional.empty();
        }
        int[] all = new int[GROUPS];
        System.arraycopy(left, 0, all, 0, left.length);
        System.arraycopy(right, 0, all, GROUPS - right.length, right.length);
        return Optional.of(canonical(all));
    }

    /** A short compressed form such as {@code de::ad} is more often anything else. */
    private static boolean isPlausible(String text, int written) {
        boolean digit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean global = written >= 2 && text.startsWith("20");
        return global || (digit && written >= WRITTEN_GROUPS_MIN);
    }

    /** Groups of a part without a gap; more than eight elements say that it is broken. */
    private static int[] groups(String part) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] cells = part.split(":", -1);
        int[] broken = new int[GROUPS + 1];
        boolean mapped = isVersion4(cells[cells.length - 1]);
        int count = cells.length + (mapped ? 1 : 0);
        if (count > GROUPS) {
            return broken;
        }
        int[] groups = new int[count];
        for (int i = 0; i < cells.length - (mapped ? 1 : 0); i++) {
            if (cells[i].isEmpty() || cells[i].length() > 4 || !isHexadecimal(cells[i])) {
                return broken;
            }
            groups[i] = Integer.parseInt(cells[i], 16);
        }
        if (mapped) {
            String[] octets = cells[cells.length - 1].split("\\.", -1);
            groups[count - 2] = Integer.parseInt(octets[0]) << 8 | Integer.parseInt(octets[1]);
            groups[count - 1] = Integer.parseInt(octets[2]) << 8 | Integer.parseInt(octets[3]);
        }
        return groups;
    }

    private static boolean isHexadecimal(String cell) {
        return cell.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    /** RFC 5952 §4: no leading zeros, lower case, the first longest run of zeros as a gap. */
    private static String canonical(int[] groups) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = 0;
            while (i + length < GROUPS && groups[i + length] == 0) {
                length++;
            }
            if (length > bestLength) {
                best = i;
                bestLength = length;
            }
        }
        StringBuilder text = new StringBuilder(V6_CHARS_MAX);
        int i = 0;
        while (i < GROUPS) {
            if (i == best) {
                text.append("::");
                i += bestLength;
            } else {
                boolean afterGap = !text.isEmpty() && text.charAt(text.length() - 1) == ':';
                text.append(text.isEmpty() || afterGap ? "" : ":");
                text.append(Integer.toHexString(groups[i]));
                i++;
            }
        }
        return text.toString();
    }
}
