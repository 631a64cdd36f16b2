package az.qalxan.exchange.notice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block of addresses.
 *
 * @param first its first address
 * @param length how many bits are fixed, of 128
 */
record Prefix(IpAddress first, int length) {

    private static final int V4_BITS = 96;
    private static final int BITS = 128;

    /** Addresses that are nobody's own on the internet (RFC 6890 §2.2.2). */
    private static final List<Prefix> RESERVED =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.168.0.0/16",
                            "224.0.0.0/3")
                    .flatMap(one -> read(one).stream())
                    .toList();

    private static final IpAddress UNICAST = new IpAddress(0x2000L << 48, 0);
    private static final int UNICAST_BITS = 3;
    private static final int V4_LEAST = 8;
    private static final int V6_LEAST = 16;

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

    /** Whether it can be one holder's: public, and no larger than what registries give out. */
    boolean claimable() {
        if (first.isV4() && length >= V4_BITS) {
            return length - V4_BITS >= V4_LEAST
                    && RESERVED.stream().noneMatch(one -> one.contains(first));
        }
        return length >= V6_LEAST && new Prefix(UNICAST, UNICAST_BITS).contains(first);
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
