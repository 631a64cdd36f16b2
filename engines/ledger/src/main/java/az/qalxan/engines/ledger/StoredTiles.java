package az.qalxan.engines.ledger;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The tiles among the files of a log. */
final class StoredTiles implements TileSource {

    private final LogFiles files;

    StoredTiles(LogFiles files) {
        this.files = files;
    }

    @Override
    public byte[] read(Tile tile) throws IOException {
        byte[] hashes = find(tile.path(), tile.full().path(), Tile.WIDTH * TreeHash.BYTES);
        if (hashes.length < tile.bytes() || hashes.length % TreeHash.BYTES != 0) {
            throw new IOException(tile.path() + " has " + hashes.length + " bytes");
        }
        return hashes.length == tile.bytes() ? hashes : Arrays.copyOf(hashes, tile.bytes());
    }

    /** The entries whose hashes that tile of level 0 holds. */
    EntryBundle entries(Tile tile) throws IOException {
        byte[] bytes = find(tile.entriesPath(), tile.full().entriesPath(), EntryBundle.BYTES_MAX);
        return EntryBundle.parse(bytes, tile.width())
                .orElseThrow(() -> new IOException(tile.entriesPath() + " is no bundle"));
    }

    private byte[] find(String path, String fullPath, int bytesMax) throws IOException {
        Optional<byte[]> found = files.read(path, bytesMax);
        if (found.isEmpty() && !path.equals(fullPath)) {
            found = files.read(fullPath, bytesMax);
        }
        return found.orElseThrow(() -> new IOException(path + " is missing"));
    }
}
