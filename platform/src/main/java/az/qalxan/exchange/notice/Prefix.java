package az.qalxan.exchange.notice;

import java.util.Optional;

/**
 * A block of addresses.
 *
 * @param first its first address
 * @param length how many bits are fixed, of 128
 */
record Prefix(IpAddress first, int length) {

    private static final int V4_BITS = 96;
    private static final int BITS = 128;

    /** Cuts the bits off that the length leaves open. */
    Prefix {
        first = cut(first, length);
    }

    /** Reads {@code 192.0.2.0/24} or {@code 2001:db8::/32}; bits beyond the length must be zero. */
    static Optional<Prefix> read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return IpAddress.read(text.substring(0, slash))
                .filter(first -> length <= (first.isV4() ? BITS - V4_BITS : BITS))
                .filter(first -> whole(first, length).first().equals(first))
                .map(first -> whole(first, length));
    }

    private static Prefix whole(IpAddress first, int length) {
        return new Prefix(first, first.isV4() ? length + V4_BITS : length);
    }

    /** The block of that length in which the address lies. */
    static Prefix around(IpAddress address, int length) {
        return new Prefix(address, length);
    }

    boolean contains(IpAddress address) {
        return cut(address, length).equals(first);
    }

    private static IpAddress cut(IpAddress address, int length) {
        long high = length >= 64 ? address.high() : address.high() & mask(length);
        long low = length <= 64 ? 0 : address.low() & mask(length - 64);
        return new IpAddress(high, low);
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
    }

    @Override
    public String toString() {
        return first + "/" + (first.isV4() && length >= V4_BITS ? length - V4_BITS : length);
    }
}
