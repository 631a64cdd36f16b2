package az.qalxan.engines.synthesis;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Addresses of wallets with right checksums, drawn from a hash: nobody holds their keys. */
final class Wallets {

    private static final String BASE58 =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger FIFTY_EIGHT = BigInteger.valueOf(58);
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] BECH32_GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int KEY_BYTES = 20;
    private static final byte BITCOIN = 0x00;
    private static final byte TRON = 0x41;

    private final long seed;
    private final MessageDigest sha256;

    Wallets(long seed) {
        this.seed = seed;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not.", e);
        }
    }

    String at(long serial) {
        byte[] key = key(serial);
        int lot = key[KEY_BYTES - 1] & 0x1F;
        if (lot < 14) {
            return base58(TRON, key);
        }
        if (lot < 21) {
            return ethereum(key);
        }
        return lot < 27 ? bech32(key) : base58(BITCOIN, key);
    }

    private byte[] key(long serial) {
        sha256.update("invented".getBytes(StandardCharsets.US_ASCII));
        byte[] numbers = ByteBuffer.allocate(16).putLong(seed).putLong(serial).array();
        return Arrays.copyOf(sha256.digest(numbers), KEY_BYTES);
    }

    private String base58(byte version, byte[] key) {
        byte[] all = new byte[1 + KEY_BYTES + 4];
        all[0] = version;
        System.arraycopy(key, 0, all, 1, KEY_BYTES);
        sha256.update(all, 0, 1 + KEY_BYTES);
        byte[] check = sha256.digest(sha256.digest());
        System.arraycopy(check, 0, all, 1 + KEY_BYTES, 4);
        StringBuilder text = new StringBuilder();
        BigInteger rest = new BigInteger(1, all);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(FIFTY_EIGHT);
            text.append(BASE58.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < all.length && all[i] == 0; i++) {
            text.append(BASE58.charAt(0));
        }
        return text.reverse().toString();
    }

    /** Mixed case carries the checksum (EIP-55). */
    private static String ethereum(byte[] key) {
        String hex = HexFormat.of().formatHex(key);
        byte[] hash = Keccak256.hash(hex.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < hex.length(); i++) {
            int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF;
            char c = hex.charAt(i);
            text.append(nibble >= 8 ? Character.toUpperCase(c) : c);
        }
        return text.toString();
    }

    /** Witness version 0 with a key hash (BIP-173). */
    private static String bech32(byte[] key) {
        int[] values = new int[1 + 32];
        for (int bit = 0; bit < 160; bit++) {
            int set = (key[bit / 8] >> (7 - bit % 8)) & 1;
            values[1 + bit / 5] |= set << (4 - bit % 5);
        }
        StringBuilder text = new StringBuilder("bc1");
        for (int value : values) {
            text.append(BECH32.charAt(value));
        }
        int check = bech32Check(values);
        for (int i = 0; i < 6; i++) {
            text.append(BECH32.charAt((check >> (5 * (5 - i))) & 31));
        }
        return text.toString();
    }

    private static int bech32Check(int[] values) {
        int check = 1;
        for (int expanded : new int[] {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31}) {
            check = bech32Step(check, expanded);
        }
        for (int value : values) {
            check = bech32Step(check, value);
        }
        for (int i = 0; i < 6; i++) {
            check = bech32Step(check, 0);
        }
        return check ^ 1;
    }

    private static int bech32Step(int check, int value) {
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            next ^= ((top >> i) & 1) == 0 ? 0 : BECH32_GENERATOR[i];
        }
        return next;
    }
}
