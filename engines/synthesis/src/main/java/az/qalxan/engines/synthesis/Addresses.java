package az.qalxan.engines.synthesis;

/** Network addresses from the ranges that are kept for documentation. */
final class Addresses {

    /** RFC 5737: TEST-NET-1, TEST-NET-2 and TEST-NET-3. */
    private static final String[] NETS = {"192.0.2.", "198.51.100.", "203.0.113."};

    private static final int HOSTS = 254;
    private static final int RING_V4_MAX = 500;
    private static final int SINGLE_V4_MAX = NETS.length * HOSTS - RING_V4_MAX;

    private final long seed;
    private final Scramble rings;
    private final Scramble singles;

    /** {@code ringSerials} come first among the serials, {@code singleSerials} behind them. */
    Addresses(long seed, long ringSerials, long singleSerials) {
        this.seed = seed;
        this.rings = new Scramble(Math.max(1, ringSerials), seed + 31);
        this.singles = new Scramble(singleSerials, seed + 32);
    }

    /** Version 4 while its few addresses last, else version 6 (RFC 3849). */
    String at(long serial) {
        boolean ring = serial < rings.size();
        long place = ring ? rings.of(serial) : singles.of(serial - rings.size());
        if (ring && place < RING_V4_MAX) {
            return version4((int) place);
        }
        if (!ring && place < SINGLE_V4_MAX) {
            return version4(RING_V4_MAX + (int) place);
        }
        long low = (Dice.mix(seed ^ serial) & 0x0FFF_0FFF_0FFFL) | 0x1000_1000_1000L;
        return "2001:db8:"
                + Long.toHexString(0x1000 + (serial >> 15) % 0xE000)
                + ":"
                + Long.toHexString(0x1000 + (serial & 0x7FFF))
                + ":1:"
                + Long.toHexString(low >> 32)
                + ":"
                + Long.toHexString((low >> 16) & 0xFFFF)
                + ":"
                + Long.toHexString(low & 0xFFFF);
    }

    private static String version4(int place) {
        return NETS[place / HOSTS] + (1 + place % HOSTS);
    }
}
