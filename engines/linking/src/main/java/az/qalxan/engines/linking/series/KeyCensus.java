package az.qalxan.engines.linking.series;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a key is spread over the reports that hold it: an aggregate of counts that does not depend on
 * any order and can be taken back. {@link HubRule} judges it. Immutable.
 */
public final class KeyCensus {

    private final long key;
    private final TraitKind kind;
    private final CellCounts cells;

    KeyCensus(long key, TraitKind kind, CellCounts cells) {
        this.key = key;
        this.kind = Objects.requireNonNull(kind, "kind");
        this.cells = cells;
    }

    /** The census of a key that no report holds. */
    public static KeyCensus empty(long key, TraitKind kind) {
        return new KeyCensus(key, kind, CellCounts.NONE);
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are damaged
     */
    public static KeyCensus fromBytes(long key, byte[] bytes) {
        if (bytes.length == 0 || bytes[0] < 0 || bytes[0] >= TraitKind.values().length) {
            throw new IllegalArgumentException("The census of a key is damaged.");
        }
        return new KeyCensus(key, TraitKind.values()[bytes[0]], CellCounts.fromBytes(bytes, 1));
    }

    /** A compact form to be stored; it does not hold the key. */
    public byte[] toBytes() {
        return cells.toBytes((byte) kind.ordinal());
    }

    /** With one more report. */
    public KeyCensus plus(ReportTraits report) {
        return new KeyCensus(key, kind, cells.plus(report.circumstances(), 1));
    }

    /** Without a report that is counted. */
    public KeyCensus minus(ReportTraits report) {
        return new KeyCensus(key, kind, cells.plus(report.circumstances(), -1));
    }

    /** The key. */
    public long key() {
        return key;
    }

    /** What the key says. */
    public TraitKind kind() {
        return kind;
    }

    /** How many reports hold it. */
    public int count() {
        return cells.count();
    }

    /** How many categories its reports have. */
    public int categories() {
        return cells.categories(1);
    }

    /** How many of its reports have the most frequent category. */
    int mostOfOneCategory() {
        return cells.mostOfOneCategory();
    }

    /** How many months, of thirty days, its incidents lie in. */
    public int months() {
        return cells.months(1);
    }

    CellCounts cells() {
        return cells;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyCensus that
                && key == that.key
                && kind == that.kind
                && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(key);
    }

    /** What it comes to, in words, for a page about hubs. */
    public Map<String, Integer> shown() {
        return Map.of("reports", count(), "categories", categories(), "months", months());
    }
}
