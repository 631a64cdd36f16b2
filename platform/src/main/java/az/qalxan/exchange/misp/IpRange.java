package az.qalxan.exchange.misp;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Addresses with the same first bits.
 *
 * @param family bytes of an address: 4 or 16
 */
record IpRange(int family, int bits, String start) {

    /** Reads an address or a range; asks no name server. */
    static Optional<IpRange> of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Optional<byte[]> bytes = address(address);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        int all = bytes.get().length * Byte.SIZE;
        String bits = slash < 0 ? String.valueOf(all) : text.substring(slash + 1);
        return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= all
                ? Optional.of(of(bytes.get(), Integer.parseInt(bits)))
                : Optional.empty();
    }

    static Optional<byte[]> address(String text) {
        boolean looks =
                !text.isEmpty()
                        && text.length() <= 45
                        && text.chars()
                                .allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                        && (text.indexOf(':') >= 0 || text.matches("[0-9]+(\\.[0-9]+){3}"));
        if (!looks) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static IpRange of(byte[] address, int bits) {
        byte[] start = address.clone();
        for (int i = 0; i < start.length; i++) {
            int kept = Math.clamp(bits - i * Byte.SIZE, 0, Byte.SIZE);
            start[i] = (byte) (start[i] & (0xff << (Byte.SIZE - kept)));
        }
        return new IpRange(address.length, bits, HexFormat.of().formatHex(start));
    }
}
