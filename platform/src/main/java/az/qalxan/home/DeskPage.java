package az.qalxan.home;

import java.util.List;

/** What an official's first page shows: what waits, each with the place to deal with it. */
record DeskPage(String name, List<Tile> tiles) {

    DeskPage {
        tiles = List.copyOf(tiles);
    }

    /**
     * A number that waits.
     *
     * @param key message key of what is counted
     * @param urgent whether the number is past its time
     */
    record Tile(String key, long count, String path, boolean urgent) {}
}
