package az.qalxan.engines.linking.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Goes through all keys of a batch: which are hubs, and which reports the others connect. */
final class BatchKeys {

    private static final int CENSUSES_AT_ONCE = 5_000;

    private final Path folder;
    private final ReportFile reports;
    private final SeriesBatch.People people;
    private final LongSet hubs = new LongSet();
    private final Forest connected;
    private final List<int[]> weakGroups = new ArrayList<>();
    private final List<KeyCensus> censuses = new ArrayList<>();

    BatchKeys(Path folder, ReportFile reports, SeriesBatch.People people) {
        this.folder = folder;
        this.reports = reports;
        this.people = people;
        this.connected = new Forest(reports.count());
    }

    /** Finds the hubs and joins what strong keys and confirmations connect. */
    void group(SeriesBatch.Target target, Consumer<SeriesBatch.Progress> progress)
            throws IOException {
        for (int file = 0; file < KeyFiles.FILES; file++) {
            // A ruling makes a hub even of a key that one report holds.
            int least = people.rulings().isEmpty() ? 2 : 1;
            KeyFiles.forEach(folder, file, least, this::take);
            if (censuses.size() >= CENSUSES_AT_ONCE) {
                target.censuses(List.copyOf(censuses));
                censuses.clear();
            }
            progress.accept(new SeriesBatch.Progress("group", file + 1L, KeyFiles.FILES));
        }
        target.censuses(List.copyOf(censuses));
        censuses.clear();
        joinConfirmed();
    }

    private void take(long key, TraitKind kind, int[] holders) {
        int[] cells = new int[holders.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = reports.cells(holders[i]);
        }
        KeyCensus census = new KeyCensus(key, kind, CellCounts.of(cells));
        boolean hub = HubRule.isHub(census, people.rulings().get(key));
        if (hub || holders.length > HubRule.HOLDERS_READ) {
            censuses.add(census);
        }
        if (hub) {
            hubs.add(key);
        } else if (kind.strong()) {
            for (int i = 1; i < holders.length; i++) {
                connected.join(holders[0], holders[i]);
            }
        } else if (holders.length > 1) {
            weakGroups.add(holders);
        }
    }

    private void joinConfirmed() {
        Map<UUID, Integer> numbers = new HashMap<>();
        for (PairDecision decision : people.decisions()) {
            numbers.put(decision.pair().first(), -1);
            numbers.put(decision.pair().second(), -1);
        }
        for (int report = 0; report < reports.count() && !numbers.isEmpty(); report++) {
            int number = report;
            numbers.computeIfPresent(reports.id(report), (id, none) -> number);
        }
        for (PairDecision decision : people.decisions()) {
            int one = numbers.getOrDefault(decision.pair().first(), -1);
            int other = numbers.getOrDefault(decision.pair().second(), -1);
            if (decision.verdict() == PairDecision.Verdict.SAME && one >= 0 && other >= 0) {
                connected.join(one, other);
            }
        }
    }

    /** Joins what weaker evidence connects, on several threads. */
    void link(ExecutorService workers, Consumer<SeriesBatch.Progress> progress) {
        int all = weakGroups.size();
        for (int from = 0; from < all; from += GROUPS_AT_ONCE) {
            List<Future<List<int[]>>> found = new ArrayList<>();
            int to = Math.min(all, from + GROUPS_AT_ONCE);
            for (int at = from; at < to; at += GROUPS_IN_TASK) {
                List<int[]> some = weakGroups.subList(at, Math.min(to, at + GROUPS_IN_TASK));
                found.add(workers.submit(() -> linked(some)));
            }
            for (Future<List<int[]>> one : found) {
                for (int[] pair : SeriesBatch.result(one)) {
                    connected.join(pair[0], pair[1]);
                }
            }
            progress.accept(new SeriesBatch.Progress("link", to, all));
        }
        weakGroups.clear();
    }

    private static final int GROUPS_AT_ONCE = 100_000;
    private static final int GROUPS_IN_TASK = 1_000;

    private List<int[]> linked(List<int[]> groups) {
        List<int[]> pairs = new ArrayList<>();
        for (int[] holders : groups) {
            ReportTraits[] traits = new ReportTraits[holders.length];
            for (int i = 0; i < holders.length; i++) {
                traits[i] = reports.traits(holders[i]);
                for (int j = 0; j < i; j++) {
                    if (WeakPairs.links(traits[i], traits[j], hubs::contains)) {
                        pairs.add(new int[] {holders[j], holders[i]});
                    }
                }
            }
        }
        return pairs;
    }

    LongSet hubs() {
        return hubs;
    }

    /** Reports connected by pairs of evidence. */
    Forest connected() {
        return connected;
    }
}
