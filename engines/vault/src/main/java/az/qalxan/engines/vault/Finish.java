package az.qalxan.engines.vault;

import java.util.List;

/** What became of an intake whose bytes are all there. */
public sealed interface Finish {

    /**
     * The file is in the vault.
     *
     * @param wasThere whether the case had the same bytes already; then they are kept once
     */
    record Stored(StoredId id, Digests digests, boolean wasThere) implements Finish {}

    /** The bytes are not those that the caller awaits; nothing is stored. */
    record Different(Digests digests) implements Finish {}

    /** Bytes that had been received were altered or lost since; the intake cannot be finished. */
    record Spoiled(List<ByteRange> ranges) implements Finish {
        public Spoiled {
            ranges = List.copyOf(ranges);
        }
    }
}
