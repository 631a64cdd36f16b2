package az.qalxan.engines.content;

/** What is left of the limits while one file is read. */
final class Budget {

    private final ContentLimits limits;
    private int parts;
    private long unpacked;
    private int textChars;
    private int moments;
    private int thumbnails;

    Budget(ContentLimits limits) {
        this.limits = limits;
    }

    /** Counts a part in; its number is how many came before. */
    int part(int depth) throws LimitReached {
        if (depth > limits.depth()) {
            throw new LimitReached(Flaw.TOO_DEEP);
        }
        if (parts >= limits.parts()) {
            throw new LimitReached(Flaw.TOO_MANY);
        }
        return parts++;
    }

    void unpack(long bytes) throws LimitReached {
        unpacked += bytes;
        if (unpacked > limits.unpackedBytes()) {
            throw new LimitReached(Flaw.TOO_LARGE);
        }
    }

    /** How many characters of a text may be kept; they are spent. */
    int text(int wanted) {
        int given = Math.min(wanted, limits.textCharsAll() - textChars);
        textChars += given;
        return given;
    }

    boolean moment() {
        return ++moments <= limits.moments();
    }

    boolean thumbnail() {
        return ++thumbnails <= limits.thumbnails();
    }
}
