package az.qalxan.operators;

import java.util.Arrays;
import java.util.Locale;

/** Writes an IPv6 address with all its digits, as TS 103 280 wants it. */
final class Ipv6 {

    private static final int GROUPS = 8;

    private Ipv6() {}

    /** The whole address; what is none comes back as it is. */
    static String whole(String typed) {
        String address = typed.toLowerCase(Locale.ROOT);
        if (!address.matches("[0-9a-f:]{2,39}")
                || address.indexOf("::") != address.lastIndexOf("::")) {
            return typed;
        }
        int gap = address.indexOf("::");
        String[] head = groups(gap < 0 ? address : address.substring(0, gap));
        String[] tail = groups(gap < 0 ? "" : address.substring(gap + 2));
        int missing = GROUPS - head.length - tail.length;
        if (gap < 0 && missing != 0 || missing < 0) {
            return typed;
        }
        StringBuilder whole = new StringBuilder();
        Arrays.stream(head).forEach(one -> append(whole, one));
        for (int i = 0; i < missing; i++) {
            append(whole, "0");
        }
        Arrays.stream(tail).forEach(one -> append(whole, one));
        return whole.toString();
    }

    private static String[] groups(String part) {
        return part.isEmpty() ? new String[0] : part.split(":", -1);
    }

    private static void append(StringBuilder whole, String group) {
        whole.append(whole.isEmpty() ? "" : ":")
                .append("0".repeat(Math.max(0, 4 - group.length())))
                .append(group);
    }
}
