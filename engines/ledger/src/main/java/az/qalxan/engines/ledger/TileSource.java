package az.qalxan.engines.ledger;

import java.io.IOException;

/** Where the tiles of a log are read from. */
interface TileSource {

    /**
     * The hashes of that tile, {@code tile.bytes()} of them; a source that no longer has a partial
     * tile gives the beginning of the full one.
     *
     * @throws IOException when it is not there, has another length or cannot be read
     */
    byte[] read(Tile tile) throws IOException;
}
