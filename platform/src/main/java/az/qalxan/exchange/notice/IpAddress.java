package az.qalxan.exchange.notice;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address as 128 bits; one of version 4 is what RFC 4291 §2.5.5.2 maps it to.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
record IpAddress(long high, long low) {

    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final long MAPPED = 0xFFFF_0000_0000L;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    /** Reads the usual forms, without asking anybody for a name. */
    static Optional<IpAddress> read(String text) {
        if (V4.matcher(text).matches()) {
            long value = 0;
            for (String part : text.split("\\.")) {
                value = value << 8 | Integer.parseInt(part);
            }
            return Optional.of(v4(value));
        }
        return text.indexOf(':') >= 0 && V6.matcher(text).matches() ? v6(text) : Optional.empty();
    }

    /** The address of version 4 whose 32 bits these are. */
    static IpAddress v4(long bits) {
        return new IpAddress(0, MAPPED | bits & LOW_HALF);
    }

    private static Optional<IpAddress> v6(String text) {
        try {
            byte[] bytes = InetAddress.ofLiteral(text).getAddress();
            if (bytes.length == 4) {
                return Optional.of(v4(ByteBuffer.wrap(bytes).getInt()));
            }
            ByteBuffer read = ByteBuffer.wrap(bytes);
            return Optional.of(new IpAddress(read.getLong(), read.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isV4() {
        return high == 0 && low >>> 32 == 0xFFFF;
    }

    /** The form of RFC 5952, or four numbers. */
    @Override
    public String toString() {
        if (isV4()) {
            long bits = low & LOW_HALF;
            return (bits >> 24)
                    + "."
                    + (bits >> 16 & 255)
                    + "."
                    + (bits >> 8 & 255)
                    + "."
                    + (bits & 255);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4)) & 0xFFFF);
        }
        return written(groups, longestZeros(groups));
    }

    /** Where the longest run of at least two zero groups begins and how long it is. */
    private static int[] longestZeros(int[] groups) {
        int[] best = {-1, 1};
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > best[1]) {
                best = new int[] {i, end - i};
            }
        }
        return best;
    }

    private static String written(int[] groups, int[] zeros) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == zeros[0]) {
                text.append("::");
                i += zeros[1] - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
