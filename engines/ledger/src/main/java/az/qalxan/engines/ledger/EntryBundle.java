package az.qalxan.engines.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Up to 256 entries, each after its length in two bytes (C2SP tlog-tiles). */
record EntryBundle(List<byte[]> entries) {

    static final int ENTRY_BYTES_MAX = 65_535;
    static final int BYTES_MAX = Tile.WIDTH * (ENTRY_BYTES_MAX + Short.BYTES);

    EntryBundle {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the first {@code count} entries; empty where the bytes are no bundle of at least as
     * many.
     */
    static Optional<EntryBundle> parse(byte[] bytes, int count) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            if (rest.remaining() < Short.BYTES || entries.size() == Tile.WIDTH) {
                return Optional.empty();
            }
            int length = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < length) {
                return Optional.empty();
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries.size() < count
                ? Optional.empty()
                : Optional.of(new EntryBundle(entries.subList(0, count)));
    }

    static byte[] framed(byte[] entry) {
        return ByteBuffer.allocate(Short.BYTES + entry.length)
                .putShort((short) entry.length)
                .put(entry)
                .array();
    }
}
