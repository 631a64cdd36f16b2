package az.qalxan.engines.detection;

import java.util.Arrays;
import java.util.Optional;

/** A range of IP addresses of version 4 or 6, such as {@code 10.0.0.0/8} (RFC 4632, RFC 4291). */
record Network(byte[] address, int bits) {

    /** The network that the text names; an address alone is a network of its own. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int whole = address.get().length * 8;
        int bits = slash < 0 ? whole : number(text.substring(slash + 1));
        return bits < 0 || bits > whole
                ? Optional.empty()
                : Optional.of(new Network(address.get(), bits));
    }

    /** Whether the text is an address of the network; an IPv4 address mapped into IPv6 is one. */
    boolean holds(String text) {
        byte[] other = address(text).orElse(null);
        if (other == null) {
            return false;
        }
        if (other.length == 16 && address.length == 4 && mapped(other)) {
            other = Arrays.copyOfRange(other, 12, 16);
        }
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int kept = Math.min(8, bits - bit);
            int mask = 0xff << (8 - kept);
            if (((other[bit / 8] ^ address[bit / 8]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean mapped(byte[] six) {
        for (int i = 0; i < 10; i++) {
            if (six[i] != 0) {
                return false;
            }
        }
        return six[10] == -1 && six[11] == -1;
    }

    private static Optional<byte[]> address(String text) {
        return text.indexOf(':') >= 0 ? six(text) : four(text);
    }

    private static Optional<byte[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            int number = number(parts[i]);
            if (number < 0 || number > 255) {
                return Optional.empty();
            }
            address[i] = (byte) number;
        }
        return Optional.of(address);
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static Optional<byte[]> six(String text) {
        if (text.length() > 45) {
            return Optional.empty();
        }
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<byte[]> head = groups(gap < 0 ? text : text.substring(0, gap));
        Optional<byte[]> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int length = head.get().length + tail.get().length;
        if (gap < 0 ? length != 16 : length > 14) {
            return Optional.empty();
        }
        byte[] address = Arrays.copyOf(head.get(), 16);
        System.arraycopy(tail.get(), 0, address, 16 - tail.get().length, tail.get().length);
        return Optional.of(address);
    }

    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[2 * parts.length + 2];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                byte[] four = four(parts[i]).orElse(null);
                if (four == null) {
                    return Optional.empty();
                }
                System.arraycopy(four, 0, bytes, at, 4);
                at += 4;
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                int group = Integer.parseInt(parts[i], 16);
                bytes[at++] = (byte) (group >> 8);
                bytes[at++] = (byte) group;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(bytes, at));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network that
                && bits == that.bits
                && Arrays.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + bits;
    }
}
