package az.qalxan.engines.detection;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A range of IP addresses of version 4 or 6, such as {@code 10.0.0.0/8} (RFC 4632, RFC 4291).
 *
 * @param six whether it is written as one of version 6
 * @param high the first 64 bits of version 6
 * @param low the last 64 bits of version 6, or the 32 of version 4
 * @param bits how many of them count
 */
record Network(boolean six, long high, long low, int bits) {

    /** The network that the text names; an address alone is a network of its own. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Address address = new Address();
        if (!read(address, slash < 0 ? text : text.substring(0, slash))) {
            return Optional.empty();
        }
        boolean six = address.isWrittenAsSix();
        int whole = six ? 128 : 32;
        int bits = slash < 0 ? whole : number(text.substring(slash + 1));
        return bits < 0 || bits > whole
                ? Optional.empty()
                : Optional.of(new Network(six, address.high(), low(address), bits));
    }

    private static boolean read(Address address, String text) {
        // Whatever is not of ASCII becomes a question mark, which is in no address.
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return address.read(bytes, 0, bytes.length);
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static long low(Address address) {
        boolean mapped = address.isWrittenAsSix() && !address.isSix();
        return mapped ? Address.MAPPED | address.low() : address.low();
    }

    /** Whether the text is an address of the network; an IPv4 address mapped into IPv6 is one. */
    boolean holds(String text) {
        Address address = new Address();
        return text.length() <= Address.SIX_MAX && read(address, text) && holds(address);
    }

    boolean holds(Address other) {
        if (!six) {
            return !other.isSix() && ((other.low() ^ low) & Address.mask(bits + 32)) == 0;
        }
        return other.isWrittenAsSix()
                && ((other.high() ^ high) & Address.mask(bits)) == 0
                && ((low(other) ^ low) & Address.mask(bits - 64)) == 0;
    }
}
