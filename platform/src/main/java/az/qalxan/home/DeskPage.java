package az.qalxan.home;

import az.qalxan.reporting.ReportRow;
import java.util.List;

/** What an official's first page shows: what waits, each with the place to deal with it. */
record DeskPage(String name, List<Tile> tiles, List<Arrival> newest) {

    DeskPage {
        tiles = List.copyOf(tiles);
        newest = List.copyOf(newest);
    }

    /** A report that waits, with its category's name in the reader's language. */
    record Arrival(ReportRow report, String title) {}

    /**
     * A number that waits.
     *
     * @param key message key of what is counted
     * @param urgent whether the number is past its time
     */
    record Tile(String key, long count, String path, boolean urgent) {}
}
