package az.qalxan.engines.synthesis;

/** The original Keccak hash of 256 bits for messages that fit into one block. */
final class Keccak256 {

    private static final int RATE_BYTES = 136;
    private static final int ROUNDS = 24;
    private static final long[] ROUND_CONSTANTS = roundConstants();

    private Keccak256() {}

    static byte[] hash(byte[] message) {
        if (message.length >= RATE_BYTES) {
            throw new IllegalArgumentException(
                    "One block holds %d bytes; the message has %d."
                            .formatted(RATE_BYTES - 1, message.length));
        }
        long[] lanes = new long[25];
        for (int i = 0; i < message.length; i++) {
            lanes[i / 8] ^= (message[i] & 0xFFL) << (8 * (i % 8));
        }
        lanes[message.length / 8] ^= 1L << (8 * (message.length % 8));
        lanes[RATE_BYTES / 8 - 1] ^= 0x8000000000000000L;
        for (int round = 0; round < ROUNDS; round++) {
            permute(lanes, ROUND_CONSTANTS[round]);
        }
        byte[] digest = new byte[32];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (lanes[i / 8] >>> (8 * (i % 8)));
        }
        return digest;
    }

    /** The steps theta, rho, pi, chi and iota of FIPS 202, section 3.2. */
    private static void permute(long[] a, long constant) {
        long[] c = new long[5];
        for (int x = 0; x < 5; x++) {
            c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        }
        for (int x = 0; x < 5; x++) {
            long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
            for (int y = 0; y < 25; y += 5) {
                a[x + y] ^= d;
            }
        }
        long[] b = turned(a);
        for (int y = 0; y < 25; y += 5) {
            for (int x = 0; x < 5; x++) {
                a[x + y] = b[x + y] ^ (~b[(x + 1) % 5 + y] & b[(x + 2) % 5 + y]);
            }
        }
        a[0] ^= constant;
    }

    private static long[] turned(long[] a) {
        long[] b = new long[25];
        b[0] = a[0];
        int x = 1;
        int y = 0;
        for (int t = 0; t < ROUNDS; t++) {
            int nextY = (2 * x + 3 * y) % 5;
            b[y + 5 * nextY] = Long.rotateLeft(a[x + 5 * y], (t + 1) * (t + 2) / 2 % 64);
            x = y;
            y = nextY;
        }
        return b;
    }

    /** The feedback shift register of FIPS 202, section 3.2.5. */
    private static long[] roundConstants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < 7; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << ((1 << j) - 1);
                }
                register <<= 1;
                if ((register & 0x100) != 0) {
                    register ^= 0x171;
                }
            }
        }
        return constants;
    }
}
