package az.qalxan.engines.vault;

import java.io.IOException;

/** Bytes of a stored file that are not as they were taken in. */
public final class DamagedBytes extends IOException {

    private static final long serialVersionUID = 1;

    private final long from;
    private final long length;

    DamagedBytes(ByteRange where) {
        super("damaged from byte " + where.from() + ", " + where.length() + " bytes");
        this.from = where.from();
        this.length = where.length();
    }

    public ByteRange where() {
        return new ByteRange(from, length);
    }
}
