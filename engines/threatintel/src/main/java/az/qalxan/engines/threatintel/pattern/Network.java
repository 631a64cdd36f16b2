package az.qalxan.engines.threatintel.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address or a network of either family, as CIDR writes it; what stands behind the prefix may be
 * anything.
 *
 * @param bytes 4 or 16 octets
 * @param prefix how many bits count
 */
record Network(byte[] bytes, int prefix) {

    private static final int GROUPS = 8;

    /**
     * Reads {@code 198.51.100.0/24}, {@code 2001:db8::/32} or an address alone; null if it is none.
     */
    static @Nullable Network read(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] bytes = address.indexOf(':') < 0 ? four(address) : sixteen(address);
        if (bytes == null) {
            return null;
        }
        int prefix = slash < 0 ? bytes.length * 8 : number(text.substring(slash + 1), 10, 3);
        return prefix < 0 || prefix > bytes.length * 8 ? null : new Network(bytes, prefix);
    }

    /** Whether all of the other is in this. */
    boolean contains(Network other) {
        if (other.bytes.length != bytes.length || prefix > other.prefix) {
            return false;
        }
        int whole = prefix / 8;
        if (!Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)) {
            return false;
        }
        int rest = prefix % 8;
        return rest == 0 || ((bytes[whole] ^ other.bytes[whole]) & (0xFF00 >> rest) & 0xFF) == 0;
    }

    /** The network of that many bits around this. */
    Network masked(int bits) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            int rest = Math.clamp(bits - 8L * i, 0, 8);
            masked[i] &= (byte) (0xFF00 >> rest);
        }
        return new Network(masked, bits);
    }

    private static byte @Nullable [] four(String text) {
        String[] parts = text.split("\\.", 5);
        byte[] bytes = new byte[4];
        if (parts.length != 4) {
            return null;
        }
        for (int i = 0; i < 4; i++) {
            int value = number(parts[i], 10, 3);
            if (value < 0 || value > 255) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte @Nullable [] sixteen(String text) {
        if (text.length() > 45) {
            return null;
        }
        int gap = text.indexOf("::");
        byte[] bytes = new byte[16];
        if (gap < 0) {
            return groups(text, bytes, 0) == GROUPS ? bytes : null;
        }
        int front = groups(text.substring(0, gap), bytes, 0);
        byte[] back = new byte[16];
        int behind = groups(text.substring(gap + 2), back, 0);
        if (front < 0 || behind < 0 || front + behind >= GROUPS) {
            return null;
        }
        System.arraycopy(back, 0, bytes, 16 - 2 * behind, 2 * behind);
        return bytes;
    }

    /** How many groups of two octets were read; negative where the text has others. */
    private static int groups(String text, byte[] into, int from) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int at = from;
        for (int i = 0; i < parts.length; i++) {
            if (at >= 16) {
                return -1;
            }
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                byte[] last = four(parts[i]);
                if (last == null || at > 12) {
                    return -1;
                }
                System.arraycopy(last, 0, into, at, 4);
                return (at + 4) / 2;
            }
            int value = number(parts[i], 16, 4);
            if (value < 0) {
                return -1;
            }
            into[at++] = (byte) (value >> 8);
            into[at++] = (byte) value;
        }
        return at / 2;
    }

    private static int number(String text, int radix, int digitsMax) {
        if (text.isEmpty() || text.length() > digitsMax) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network
                && network.prefix == prefix
                && Arrays.equals(network.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + prefix;
    }
}
