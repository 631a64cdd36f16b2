package az.qalxan.engines.linking.series;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that linking keeps of a report: what it can be linked by, and a compact signature of
 * its story. Immutable; equal when the contents are equal.
 */
public final class ReportTraits {

    private final UUID id;
    private final Circumstances circumstances;
    private final List<Trait> traits;
    private final short[] words;
    private final long[] keys;
    private final long[] strongKeys;

    /**
     * When, what and where.
     *
     * @param happenedDay days since 1 January 1970, UTC, on which it happened or else arrived
     * @param reportedDay days since 1 January 1970, UTC, on which it arrived
     * @param category code of the kind of cybercrime
     * @param region code of the region; empty when not said
     * @param loss what was lost, for example {@code 120.00 AZN}; empty for nothing
     */
    public record Circumstances(
            int happenedDay, int reportedDay, String category, String region, String loss) {

        /** Refuses missing parts. */
        public Circumstances {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(loss, "loss");
        }
    }

    ReportTraits(UUID id, Circumstances circumstances, List<Trait> traits, short[] words) {
        this.id = Objects.requireNonNull(id, "id");
        this.circumstances = Objects.requireNonNull(circumstances, "circumstances");
        this.traits = List.copyOf(traits);
        this.words = words.clone();
        this.keys = this.traits.stream().mapToLong(Trait::key).sorted().distinct().toArray();
        this.strongKeys =
                this.traits.stream()
                        .filter(trait -> trait.kind().strong())
                        .mapToLong(Trait::key)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are of another version or damaged; then the
     *     report is to be read anew
     */
    public static ReportTraits fromBytes(UUID id, byte[] bytes) {
        return new TraitBytes(bytes).read(id);
    }

    /** A compact form to be stored; it does not hold the id. */
    public byte[] toBytes() {
        return TraitBytes.write(this);
    }

    /** The report's id. */
    public UUID id() {
        return id;
    }

    /** When, what and where. */
    public Circumstances circumstances() {
        return circumstances;
    }

    /** The traits in the order in which they were read. */
    public List<Trait> traits() {
        return traits;
    }

    /**
     * The keys of all traits, ascending, each once: what a store must be able to find it by. They
     * spread over all 64 bits.
     */
    public long[] keys() {
        return keys.clone();
    }

    long[] sortedKeys() {
        return keys;
    }

    boolean holds(long key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    /** Keys by which alone it is linked unless they are hubs; ascending. */
    long[] strongKeys() {
        return strongKeys;
    }

    /** The folded words of the story, each as a hash of 16 bits. */
    short[] words() {
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReportTraits that
                && id.equals(that.id)
                && circumstances.equals(that.circumstances)
                && traits.equals(that.traits)
                && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "ReportTraits[%s, %d traits]".formatted(id, traits.size());
    }
}
