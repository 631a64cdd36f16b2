package az.qalxan.engines.linking;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Keccak-256 with the original padding that Ethereum uses; the JDK only has the SHA-3 padding of
 * FIPS 202. The domain byte is a parameter so that the permutation is tested against the JDK.
 */
final class Keccak256 {

    static final byte KECCAK_DOMAIN = 0x01;
    static final byte SHA3_DOMAIN = 0x06;

    private static final int RATE_BYTES = 136;
    private static final int DIGEST_BYTES = 32;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };
    private static final long[] ROUND_CONSTANTS = roundConstants();

    private Keccak256() {}

    static byte[] digest(byte[] message) {
        return digest(message, KECCAK_DOMAIN);
    }

    static byte[] digest(byte[] message, byte domain) {
        long[] state = new long[25];
        byte[] padded = new byte[(message.length / RATE_BYTES + 1) * RATE_BYTES];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[message.length] ^= domain;
        padded[padded.length - 1] ^= (byte) 0x80;
        for (int block = 0; block < padded.length; block += RATE_BYTES) {
            for (int lane = 0; lane < RATE_BYTES / 8; lane++) {
                state[lane] ^= (long) LONGS.get(padded, block + lane * 8);
            }
            permute(state);
        }
        byte[] digest = new byte[DIGEST_BYTES];
        for (int lane = 0; lane < DIGEST_BYTES / 8; lane++) {
            LONGS.set(digest, lane * 8, state[lane]);
        }
        return digest;
    }

    private static void permute(long[] state) {
        for (long constant : ROUND_CONSTANTS) {
            theta(state);
            rhoAndPi(state);
            chi(state);
            state[0] ^= constant;
        }
    }

    private static void theta(long[] state) {
        long[] parity = new long[5];
        for (int x = 0; x < 5; x++) {
            parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        }
        for (int x = 0; x < 5; x++) {
            long mix = parity[(x + 4) % 5] ^ Long.rotateLeft(parity[(x + 1) % 5], 1);
            for (int y = 0; y < 25; y += 5) {
                state[x + y] ^= mix;
            }
        }
    }

    private static void rhoAndPi(long[] state) {
        long carried = state[1];
        for (int i = 0; i < LANES.length; i++) {
            long next = state[LANES[i]];
            state[LANES[i]] = Long.rotateLeft(carried, ROTATIONS[i]);
            carried = next;
        }
    }

    private static void chi(long[] state) {
        long[] row = new long[5];
        for (int y = 0; y < 25; y += 5) {
            System.arraycopy(state, y, row, 0, 5);
            for (int x = 0; x < 5; x++) {
                state[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }

    /** The 24 constants from the shift register of FIPS 202, algorithm 5. */
    private static long[] roundConstants() {
        long[] constants = new long[24];
        int register = 1;
        for (int round = 0; round < constants.length; round++) {
            for (int bit = 0; bit < 7; bit++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << ((1 << bit) - 1);
                }
                register = (register << 1) ^ ((register & 0x80) != 0 ? 0x171 : 0);
            }
        }
        return constants;
    }
}
