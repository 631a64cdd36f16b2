package az.qalxan.ledger;

import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.Entry;
import az.qalxan.engines.ledger.LogReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds every row against its leaf and looks for rows that are no leaf. For one run in one
 * transaction.
 */
final class RowCheck {

    private static final int PAGE = 16 * LogReader.BUNDLE;

    private final KeptFacts facts;
    private final EntryStore entries;
    private final Leaves leaves;
    private final Blinding blinding;
    private final @Nullable LedgerSource source;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Digest> told = new HashSet<>();
    private final Map<String, Long> emptied = new HashMap<>();
    private long count;

    RowCheck(Rows rows) {
        this.facts = rows.facts();
        this.entries = rows.entries();
        this.leaves = rows.leaves();
        this.blinding = rows.blinding();
        this.source = rows.source().getIfAvailable();
    }

    /** Where rows are found. */
    @Component
    record Rows(
            KeptFacts facts,
            EntryStore entries,
            Leaves leaves,
            Blinding blinding,
            ObjectProvider<LedgerSource> source) {}

    void find(Finding finding) {
        count++;
        if (findings.size() < VerificationReport.FINDINGS_MAX) {
            findings.add(finding);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    long count() {
        return count;
    }

    long erased() {
        return emptied.size();
    }

    /** Everything up to the reader's checkpoint. */
    void run(LogReader reader, LongConsumer progress) throws IOException {
        long size = reader.checkpoint().head().size();
        for (long place = 0; place < size; place += PAGE) {
            page(reader, place, (int) Math.min(PAGE, size - place));
            progress.accept(Math.min(size, place + PAGE));
        }
        unlogged();
        emptied.forEach((what, place) -> {
            if (!told.contains(blinding.of(what))) {
                find(new Finding(Finding.Kind.ERASED_UNTOLD, place, what));
            }
        });
    }

    private void page(LogReader reader, long first, int count) throws IOException {
        Page page = read(first, count);
        List<byte[]> bundle = List.of();
        for (long place = first; place < first + count; place++) {
            int within = (int) (place % LogReader.BUNDLE);
            if (within == 0) {
                bundle = reader.bundle(place / LogReader.BUNDLE);
            }
            Optional<Entry> leaf =
                    within < bundle.size() ? Entry.parse(bundle.get(within)) : Optional.empty();
            if (leaf.isEmpty()) {
                find(new Finding(Finding.Kind.LOG, place, "entry"));
            } else {
                judge(place, leaf.get(), page);
            }
        }
    }

    private record Page(
            Map<Long, EntryStore.Placed> placed,
            Map<Long, LedgerSource.SourceRecord> records,
            Map<UUID, KeptFacts.Kept> facts) {}

    private Page read(long first, int count) {
        Page page = new Page(new HashMap<>(), new HashMap<>(), new HashMap<>());
        List<Long> numbers = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (EntryStore.Placed one : entries.from(first, count)) {
            page.placed().put(one.place(), one);
            if (one.number() == null) {
                ids.add(one.id());
            } else {
                numbers.add(one.number());
            }
        }
        if (source != null && !numbers.isEmpty()) {
            source.find(numbers).forEach(one -> page.records().put(one.number(), one));
        }
        if (!ids.isEmpty()) {
            facts.find(ids).forEach(one -> page.facts().put(one.id(), one));
        }
        return page;
    }

    private void judge(long place, Entry leaf, Page page) {
        if (leaf.kind().word().equals(Erasing.KIND)) {
            told.add(leaf.subject());
        }
        EntryStore.Placed placed = page.placed().get(place);
        if (placed == null) {
            find(new Finding(Finding.Kind.MISSING, place, "entry/" + leaf.id()));
        } else if (!placed.id().equals(leaf.id())) {
            find(new Finding(Finding.Kind.MOVED, place, "entry/" + leaf.id()));
        } else if (placed.number() == null) {
            judge(place, leaf, page.facts().get(placed.id()));
        } else {
            judge(placed, leaf, page.records().get(placed.number()));
        }
    }

    private void judge(long place, Entry leaf, KeptFacts.@Nullable Kept fact) {
        String what = "fact/" + leaf.id();
        if (fact == null) {
            find(new Finding(Finding.Kind.MISSING, place, what));
            return;
        }
        if (fact.opening() == null) {
            emptied.put(what, place);
        }
        boolean opens = fact.opening() == null || fact.opening().opens(leaf);
        if (!opens || !leaves.of(fact).equals(leaf)) {
            find(new Finding(Finding.Kind.CHANGED, place, what));
        }
    }

    private void judge(
            EntryStore.Placed placed, Entry leaf, LedgerSource.@Nullable SourceRecord record) {
        long number = Objects.requireNonNull(placed.number());
        String what = Erasing.subjectOf(number);
        Salts salts = placed.salts();
        if (record == null) {
            find(new Finding(Finding.Kind.MISSING, placed.place(), what));
        } else if (salts == null) {
            emptied.put(what, placed.place());
        } else if (!leaves.of(leaf.kind().word(), leaf.id(), record, salts).equals(leaf)) {
            find(new Finding(Finding.Kind.CHANGED, placed.place(), what));
        }
    }

    private void unlogged() {
        UUID last = new UUID(0, 0);
        for (List<UUID> ids = facts.settledAfter(last, PAGE);
                !ids.isEmpty();
                ids = facts.settledAfter(last, PAGE)) {
            entries.withoutPlace(ids)
                    .forEach(id -> find(new Finding(Finding.Kind.UNLOGGED, -1, "fact/" + id)));
            last = ids.getLast();
        }
        if (source != null) {
            unlogged(source);
        }
    }

    private void unlogged(LedgerSource source) {
        long last = -1;
        for (List<Long> numbers = source.settledAfter(last, PAGE);
                !numbers.isEmpty();
                numbers = source.settledAfter(last, PAGE)) {
            entries.numbersWithoutPlace(numbers)
                    .forEach(number ->
                            find(
                                    new Finding(
                                            Finding.Kind.UNLOGGED, -1, Erasing.subjectOf(number))));
            last = numbers.getLast();
        }
    }
}
