package az.qalxan.database;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The digest of a table's rows as COPY text, whatever their order: the sum of the rows' SHA-256
 * digests modulo 2^256. A table that was restored has the same rows in another order.
 */
final class RowsDigest extends OutputStream {

    private static final int DIGEST_BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(DIGEST_BYTES * 8);

    private final MessageDigest row = BackupTables.sha256();
    private final OutputStream passedOn;
    private BigInteger sum = BigInteger.ZERO;

    /** Digests what is written and passes it on. */
    RowsDigest(OutputStream passedOn) {
        this.passedOn = passedOn;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        passedOn.write(bytes, start, length);
        int from = start;
        int end = start + length;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                row.update(bytes, from, i + 1 - from);
                sum = sum.add(new BigInteger(1, row.digest())).mod(MODULUS);
                from = i + 1;
            }
        }
        row.update(bytes, from, end - from);
    }

    /** The sum so far as 64 hexadecimal digits; bytes behind the last line break do not count. */
    String value() {
        byte[] all = sum.toByteArray();
        byte[] last = new byte[DIGEST_BYTES];
        int kept = Math.min(all.length, DIGEST_BYTES);
        System.arraycopy(all, all.length - kept, last, DIGEST_BYTES - kept, kept);
        return HexFormat.of().formatHex(last);
    }
}
