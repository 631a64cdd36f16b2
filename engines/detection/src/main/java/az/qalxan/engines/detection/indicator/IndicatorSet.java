package az.qalxan.engines.detection.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;

import az.qalxan.engines.detection.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Indicators made ready to be matched. Never changes; shared by threads, each of which has an
 * {@link IndicatorMatcher}.
 */
public final class IndicatorSet {

    /** More are not taken. */
    public static final int INDICATORS_MAX = 1 << 26;

    /** Indicators of more different origins are not taken: origins are meant to be few. */
    public static final int ORIGINS_MAX = 1 << 20;

    private final ValueHash keyHash;
    private final ValueHash checkHash;
    private final IndicatorTable table;
    private final List<IndicatorOrigin> origins;
    private final Scope scope;
    private final int crowded;

    /** What there is to look for at all. */
    static final class Scope {
        private final boolean[] kinds = new boolean[IndicatorKind.values().length];
        private final LastLabels labels = new LastLabels();
        private final BitSet fourBits = new BitSet();
        private final BitSet sixBits = new BitSet();

        boolean has(IndicatorKind kind) {
            return kinds[kind.ordinal()];
        }

        LastLabels labels() {
            return labels;
        }

        /** The lengths of the prefixes of a version. */
        BitSet bits(boolean six) {
            return six ? sixBits : fourBits;
        }

        boolean hasDigests() {
            return has(IndicatorKind.MD5)
                    || has(IndicatorKind.SHA1)
                    || has(IndicatorKind.SHA256)
                    || has(IndicatorKind.SHA512);
        }
    }

    private IndicatorSet(Building building) {
        keyHash = building.keyHash;
        checkHash = building.checkHash;
        scope = building.scope;
        origins = List.copyOf(building.origins.keySet());
        table = new IndicatorTable(building.columns);
        crowded = building.columns.crowded();
    }

    /** A set without anything. */
    public static IndicatorSet empty(RandomGenerator random) {
        return new Building(random).build();
    }

    public int count() {
        return table.count();
    }

    /** What the set takes in memory, in bytes, without its few origins. */
    public long bytes() {
        return table.bytes();
    }

    /** How many were left out because so many others have the same value that they say nothing. */
    public int crowded() {
        return crowded;
    }

    Scope scope() {
        return scope;
    }

    ValueHash keyHash() {
        return keyHash;
    }

    /** The first entry with that key, or -1; whether it is of the value, the check tells. */
    int first(long key) {
        return table.first(key);
    }

    /**
     * What is known of a value: of itself, of names that it is below, of networks that it is in.
     *
     * @param at what is over then is left out
     */
    public List<ThreatIndicator> of(IndicatorValue value, Instant at) {
        List<ThreatIndicator> found = new ArrayList<>();
        for (IndicatorValue wider : value.widened(scope)) {
            add(wider, table.first(key(keyHash, wider)), at, found);
        }
        return found;
    }

    /** Adds what stands from an entry on, as far as it is of the value and not over. */
    void add(IndicatorValue value, int entry, Instant at, List<ThreatIndicator> found) {
        if (entry < 0) {
            return;
        }
        long key = key(keyHash, value);
        int check = (int) key(checkHash, value);
        for (int i = entry; table.has(i, key); i++) {
            if (table.is(i, key, check)) {
                ThreatIndicator indicator = indicator(value, i);
                if (!indicator.lifetime().isOver(at)) {
                    found.add(indicator);
                }
            }
        }
    }

    private ThreatIndicator indicator(IndicatorValue value, int entry) {
        Instant from = Lifetime.instant(table.from(entry), Instant.MIN);
        Instant until = Lifetime.instant(table.until(entry), Instant.MAX);
        IndicatorOrigin origin = origins.get(table.origin(entry));
        return new ThreatIndicator(value, origin, new Lifetime(from, until), table.id(entry));
    }

    private static long key(ValueHash hash, IndicatorValue value) {
        byte[] bytes = value.bytes();
        return switch (value.kind()) {
            case MD5, SHA1, SHA256, SHA512 -> hash.digest(value.kind(), bytes, 0, bytes.length);
            case DOMAIN, HOST -> hash.name(value.kind(), bytes, 0, bytes.length);
            case URL, EMAIL -> hash.text(value.kind(), bytes, 0, bytes.length);
            case NETWORK -> {
                Address address = new Address();
                yield hash.network(address, value.bits(address));
            }
        };
    }

    /** Takes indicators until the set is built; then it is used up. */
    public static final class Building {

        private final ValueHash keyHash;
        private final ValueHash checkHash;
        private final Scope scope = new Scope();
        private final IndicatorTable.Columns columns = new IndicatorTable.Columns();
        private final Map<IndicatorOrigin, Integer> origins = new LinkedHashMap<>();

        /**
         * @param random must not be foreseen by whoever writes indicators or events
         */
        public Building(RandomGenerator random) {
            keyHash = new ValueHash(random);
            checkHash = new ValueHash(random);
        }

        /** Adds an indicator; false where the set has no room for it. */
        public boolean add(ThreatIndicator indicator) {
            Integer origin = origins.get(indicator.origin());
            if (columns.count() >= INDICATORS_MAX
                    || (origin == null && origins.size() >= ORIGINS_MAX)) {
                return false;
            }
            if (origin == null) {
                origin = origins.size();
                origins.put(indicator.origin(), origin);
            }
            IndicatorValue value = indicator.value();
            enter(value);
            long key = key(keyHash, value);
            int check = (int) key(checkHash, value);
            columns.add(key, check, origin, indicator);
            return true;
        }

        private void enter(IndicatorValue value) {
            scope.kinds[value.kind().ordinal()] = true;
            byte[] bytes = value.text().getBytes(UTF_8);
            switch (value.kind()) {
                case MD5, SHA1, SHA256, SHA512 -> {}
                case DOMAIN, HOST, EMAIL -> scope.labels.add(bytes, 0, bytes.length);
                case URL -> scope.labels.add(bytes, 0, value.hostEnd());
                case NETWORK -> {
                    Address address = new Address();
                    int bits = value.bits(address);
                    scope.bits(address.isSix()).set(bits);
                }
            }
        }

        /** How many were added. */
        public int count() {
            return columns.count();
        }

        public IndicatorSet build() {
            return new IndicatorSet(this);
        }
    }
}
