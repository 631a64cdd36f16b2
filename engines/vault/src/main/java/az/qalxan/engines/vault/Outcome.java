package az.qalxan.engines.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Where an intake ends: under which name, with which digests, and whether it has ended. */
record Outcome(State state, String name, Digests digests) {

    static final int RECORD_BYTES_MAX = 1 << 12;

    /** How far the end has come. */
    enum State {
        /** A seal of that name may have been written. */
        SEALING,
        /** The intake's body is the stored file. */
        STORED,
        /** The case had the same bytes; the intake's body goes. */
        WAS_THERE
    }

    Outcome in(State next) {
        return new Outcome(next, name, digests);
    }

    Finish.Stored told(CaseKey owner) {
        return new Finish.Stored(new StoredId(owner, name), digests, state == State.WAS_THERE);
    }

    byte[] closed(FileKey key, SecureRandom random) {
        HexFormat hex = HexFormat.of();
        byte[] open =
                ByteBuffer.allocate(4 + 32 + 8 + 32 + 20 + 16)
                        .putInt(state.ordinal())
                        .put(hex.parseHex(name))
                        .putLong(digests.length())
                        .put(hex.parseHex(digests.sha256()))
                        .put(hex.parseHex(digests.sha1()))
                        .put(hex.parseHex(digests.md5()))
                        .array();
        return new Gcm(key.key()).close(open, bound(key), random);
    }

    static Optional<Outcome> open(FileKey key, byte[] record) {
        return new Gcm(key.key()).open(record, bound(key)).flatMap(Outcome::parse);
    }

    private static Optional<Outcome> parse(byte[] open) {
        HexFormat hex = HexFormat.of();
        try {
            ByteBuffer in = ByteBuffer.wrap(open);
            State state = State.values()[in.getInt()];
            String name = hex.formatHex(Records.bytes(in, 32));
            long length = in.getLong();
            return Optional.of(
                    new Outcome(
                            state,
                            name,
                            new Digests(
                                    hex.formatHex(Records.bytes(in, 32)),
                                    hex.formatHex(Records.bytes(in, 20)),
                                    hex.formatHex(Records.bytes(in, 16)),
                                    length)));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static byte[] bound(FileKey key) {
        return ("qalxan vault, end of intake " + key.file()).getBytes(StandardCharsets.US_ASCII);
    }
}
