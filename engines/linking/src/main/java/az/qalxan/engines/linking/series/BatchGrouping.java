package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Goes through all keys: which are hubs, which reports strong keys and confirmations connect, and
 * which reports share weaker evidence and are to be compared.
 */
final class BatchGrouping {

    private static final String HUBS = "hubs";
    private static final String CENSUSES = "censuses";
    private static final String WEAK = "weak";
    private static final String STRONG = "strong";

    private final BatchWork work;
    private final Map<Long, HubRuling> rulings;
    private final Forest connected;

    private BatchGrouping(BatchWork work, Map<Long, HubRuling> rulings) {
        this.work = work;
        this.rulings = rulings;
        this.connected = new Forest(work.reports().count());
    }

    static void run(BatchWork work, SeriesBatch.People people) throws IOException {
        if (!work.files().has(STRONG)) {
            new BatchGrouping(work, people.rulings()).group(people.decisions());
        }
        KeyFiles.delete(work.files(), work.bounds().keyFiles());
    }

    /** What one file of keys says. */
    private static final class Found {

        private final List<KeyCensus> censuses = new ArrayList<>();
        private final IntList joins = new IntList();
        private final IntList weak = new IntList();
        private final List<Long> hubs = new ArrayList<>();
    }

    private void group(Collection<PairDecision> decisions) throws IOException {
        try (BatchFiles.Draft hubs = work.files().write(HUBS);
                BatchFiles.Draft censuses = work.files().write(CENSUSES);
                BatchFiles.Draft weak = work.files().write(WEAK)) {
            read(hubs.out(), censuses.out(), weak.out());
            weak.out().writeInt(0);
            censuses.out().writeInt(0);
            weak.finish();
            censuses.finish();
            hubs.finish();
        }
        joinConfirmed(decisions);
        try (BatchFiles.Draft strong = work.files().write(STRONG)) {
            connected.writeTo(strong.out());
            strong.finish();
        }
    }

    private void read(DataOutputStream hubs, DataOutputStream censuses, DataOutputStream weak)
            throws IOException {
        int[] done = new int[1];
        try (InOrder<Found> files =
                new InOrder<>(found -> {
                    for (int i = 0; i < found.joins.size(); i += 2) {
                        connected.join(found.joins.get(i), found.joins.get(i + 1));
                    }
                    found.weak.writeTo(weak);
                    for (long hub : found.hubs) {
                        hubs.writeLong(hub);
                    }
                    for (KeyCensus census : found.censuses) {
                        write(census, censuses);
                    }
                    done[0]++;
                    work.tell("group", done[0], work.bounds().keyFiles());
                })) {
            for (int i = 0; i < work.bounds().keyFiles(); i++) {
                int file = i;
                files.add(() -> judged(file));
            }
            files.finish();
        }
    }

    private Found judged(int file) throws IOException {
        Found found = new Found();
        // A ruling makes a hub even of a key that one report holds.
        int least = rulings.isEmpty() ? 2 : 1;
        KeyFiles.read(work.files(), file)
                .forEach(least, (key, kind, holders) -> judge(key, kind, holders, found));
        return found;
    }

    private void judge(long key, TraitKind kind, int[] holders, Found found) {
        int[] cells = new int[holders.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = work.reports().cells(holders[i]);
        }
        KeyCensus census = new KeyCensus(key, kind, CellCounts.of(cells));
        boolean hub = HubRule.isHub(census, rulings.get(key));
        if (hub || holders.length > HubRule.HOLDERS_READ) {
            found.censuses.add(census);
        }
        if (hub) {
            found.hubs.add(key);
        } else if (kind.strong()) {
            for (int i = 1; i < holders.length; i++) {
                found.joins.add(holders[0]);
                found.joins.add(holders[i]);
            }
        } else if (holders.length > 1) {
            found.weak.add(holders.length);
            found.weak.addAll(holders);
        }
    }

    private void joinConfirmed(Collection<PairDecision> decisions) {
        for (PairDecision decision : decisions) {
            if (decision.verdict() == PairDecision.Verdict.SAME) {
                int one = work.reports().number(decision.pair().first());
                int other = work.reports().number(decision.pair().second());
                if (one >= 0 && other >= 0) {
                    connected.join(one, other);
                }
            }
        }
    }

    static LongSet hubs(BatchFiles files) throws IOException {
        LongSet hubs = new LongSet();
        long left = Files.size(files.path(HUBS)) / Long.BYTES;
        try (DataInputStream in = files.read(HUBS)) {
            for (; left > 0; left--) {
                hubs.add(in.readLong());
            }
        }
        return hubs;
    }

    /** Reports that strong keys and confirmations connect. */
    static Forest strong(BatchWork work) throws IOException {
        try (DataInputStream in = work.files().read(STRONG)) {
            return Forest.readFrom(in, work.reports().count());
        }
    }

    /** Takes something that was written. */
    @FunctionalInterface
    interface Taker<T> {
        void take(T one) throws IOException;
    }

    /** Gives the reports that hold each weaker key. */
    static void forEachWeak(BatchFiles files, Taker<int[]> taker) throws IOException {
        try (DataInputStream in = files.read(WEAK)) {
            for (int count = in.readInt(); count > 0; count = in.readInt()) {
                int[] holders = new int[count];
                for (int i = 0; i < count; i++) {
                    holders[i] = in.readInt();
                }
                taker.take(holders);
            }
        }
    }

    private static void write(KeyCensus census, DataOutputStream out) throws IOException {
        byte[] bytes = census.toBytes();
        out.writeInt(bytes.length);
        out.writeLong(census.key());
        out.write(bytes);
    }

    /** Gives every census that is worth keeping. */
    static void forEachCensus(BatchFiles files, Taker<KeyCensus> taker) throws IOException {
        try (DataInputStream in = files.read(CENSUSES)) {
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                long key = in.readLong();
                taker.take(KeyCensus.fromBytes(key, in.readNBytes(length)));
            }
        }
    }
}
