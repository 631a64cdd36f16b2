package az.qalxan.engines.ledger;

/**
 * The coordinates of a tile (C2SP tlog-tiles): consecutive hashes of one level of the tree.
 *
 * @param level 0 holds hashes of leaves, each higher one the roots of full tiles below it
 * @param index from 0 within the level
 * @param width how many hashes it holds, 1 to 256; with less than 256 it is partial
 */
record Tile(int level, long index, int width) {

    static final int WIDTH = 256;
    static final int HEIGHT = 8;
    static final int LEVEL_MAX = 7;

    private static final int GROUP = 1_000;

    Tile {
        if (level < 0 || level > LEVEL_MAX || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException(level + "/" + index + " of width " + width);
        }
    }

    /** The tile at those coordinates in a tree of that size. */
    static Tile in(long size, int level, long index) {
        long hashes = size >>> (HEIGHT * level);
        return new Tile(level, index, (int) Math.min(WIDTH, hashes - index * WIDTH));
    }

    boolean isFull() {
        return width == WIDTH;
    }

    int bytes() {
        return width * TreeHash.BYTES;
    }

    Tile full() {
        return new Tile(level, index, WIDTH);
    }

    /** Its path below the log's folder. */
    String path() {
        return "tile/" + level + "/" + place();
    }

    /** The path of the entries whose hashes a tile of level 0 holds. */
    String entriesPath() {
        return "tile/entries/" + place();
    }

    private String place() {
        StringBuilder path = new StringBuilder(digits(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x" + digits(rest % GROUP) + "/");
        }
        return isFull() ? path.toString() : path.append(".p/").append(width).toString();
    }

    private static String digits(long group) {
        return String.valueOf(GROUP + group).substring(1);
    }
}
