package az.qalxan.ledger;

import az.qalxan.engines.ledger.Entry;
import az.qalxan.engines.ledger.TransparencyLog;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes what waits off the queues and gives it places. */
@Component
class Placing {

    /** At most so many of each queue in one transaction. */
    static final int MOST = 4_096;

    private final KeptFacts facts;
    private final EntryStore entries;
    private final Leaves leaves;
    private final ObjectProvider<LedgerSource> sources;
    private final SecureRandom random;

    Placing(
            KeptFacts facts,
            EntryStore entries,
            Leaves leaves,
            ObjectProvider<LedgerSource> sources,
            SecureRandom random) {
        this.facts = facts;
        this.entries = entries;
        this.leaves = leaves;
        this.sources = sources;
        this.random = random;
    }

    private record Fresh(List<EntryStore.Placed> placed, List<byte[]> leaves) {}

    /** How many it took, at most {@link #MOST} of the fuller queue; they stand in one batch. */
    int take(long size) {
        Fresh fresh = new Fresh(new ArrayList<>(), new ArrayList<>());
        List<KeptFacts.Kept> waiting = facts.take(MOST);
        for (KeptFacts.Kept fact : waiting) {
            long place = size + fresh.placed().size();
            fresh.placed().add(new EntryStore.Placed(place, fact.id(), null, null));
            fresh.leaves().add(leaves.of(fact).bytes());
        }
        int records = 0;
        for (LedgerSource source : sources.stream().toList()) {
            records = take(source, size, fresh);
        }
        if (!fresh.placed().isEmpty()) {
            entries.place(fresh.placed());
            entries.add(new EntryStore.Batch(size, Framed.of(fresh.leaves())));
        }
        return Math.max(waiting.size(), records);
    }

    private int take(LedgerSource source, long size, Fresh fresh) {
        List<LedgerSource.SourceRecord> records = source.take(MOST);
        byte[] salt = new byte[Salts.BYTES];
        for (LedgerSource.SourceRecord record : records) {
            random.nextBytes(salt);
            Salts salts = new Salts(salt);
            Entry entry =
                    leaves.of(source.kind(), EntryIds.draw(record.at(), random), record, salts);
            long place = size + fresh.placed().size();
            fresh.placed().add(new EntryStore.Placed(place, entry.id(), record.number(), salts));
            fresh.leaves().add(entry.bytes());
        }
        return records.size();
    }

    /**
     * Gives places to entries of the log whose rows are no more, so that it goes on; what they
     * stood for is lost, and every verification says so.
     */
    void adopt(TransparencyLog log) throws IOException {
        long size = log.checkpoint().head().size();
        List<EntryStore.Placed> lost = new ArrayList<>();
        for (long place = entries.nextPlace(); place < size; place++) {
            Entry entry =
                    Entry.parse(log.entry(place))
                            .orElseThrow(() -> new IOException("the log holds no entry of ours"));
            lost.add(new EntryStore.Placed(place, entry.id(), null, null));
        }
        if (!lost.isEmpty()) {
            entries.place(lost);
        }
    }
}
