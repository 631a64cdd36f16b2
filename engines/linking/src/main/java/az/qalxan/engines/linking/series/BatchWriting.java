package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands the result over in portions and remembers after each how far it is. */
final class BatchWriting implements AutoCloseable {

    private static final String WRITTEN = "written";
    private static final int CENSUSES_AT_ONCE = 2_000;

    private final BatchWork work;
    private final SeriesBatch.Target target;
    private final BatchNaming.Names names;
    private final Map<UUID, Placement> portion = new HashMap<>();
    private final Map<Integer, UUID> ids = new HashMap<>();
    private final BitSet placed = new BitSet();
    private int written;
    private int gone;
    private int component = BatchPlace.NONE;

    private BatchWriting(BatchWork work, SeriesBatch.Target target) throws IOException {
        this.work = work;
        this.target = target;
        this.names = new BatchNaming.Names(work.files());
    }

    static void run(BatchWork work, SeriesBatch.Target target) throws IOException {
        try (BatchWriting writing = new BatchWriting(work, target)) {
            writing.write();
        }
    }

    private void write() throws IOException {
        if (work.files().has(WRITTEN)) {
            try (DataInputStream in = work.files().read(WRITTEN)) {
                written = in.readInt();
            }
        } else {
            writeCensuses();
            remember();
        }
        BatchPlacing.forEach(work.files(), this::take);
        writePortion();
        placeLone();
    }

    private void writeCensuses() throws IOException {
        List<KeyCensus> censuses = new ArrayList<>();
        BatchGrouping.forEachCensus(
                work.files(),
                census -> {
                    censuses.add(census);
                    if (censuses.size() == CENSUSES_AT_ONCE) {
                        target.censuses(List.copyOf(censuses));
                        censuses.clear();
                    }
                });
        target.censuses(List.copyOf(censuses));
    }

    private void take(BatchPlace place) throws IOException {
        placed.set(place.report());
        UUID series = place.inSeries() ? names.of(place.head()) : null;
        gone++;
        if (gone <= written) {
            return;
        }
        // A component goes as a whole, so that nobody sees half of it.
        if (place.component() != component && portion.size() >= work.bounds().placed()) {
            gone--;
            writePortion();
            gone++;
        }
        component = place.component();
        portion.put(
                id(place.report()),
                new Placement(
                        id(place.component()),
                        Placement.Width.values()[place.width()],
                        series,
                        place.linkedTo() == BatchPlace.NONE ? null : id(place.linkedTo()),
                        place.score()));
    }

    private UUID id(int report) {
        return ids.computeIfAbsent(report, work.reports()::id);
    }

    /** Reports that nothing connects with another one. */
    private void placeLone() throws IOException {
        int count = work.reports().count();
        for (int i = placed.nextClearBit(0); i < count; i = placed.nextClearBit(i + 1)) {
            gone++;
            if (gone > written) {
                UUID id = work.reports().id(i);
                Placement.Width width = Placement.Width.ALL_EVIDENCE;
                portion.put(id, new Placement(id, width, null, null, 0));
            }
            if (portion.size() >= work.bounds().placed()) {
                writePortion();
            }
        }
        writePortion();
    }

    private void writePortion() throws IOException {
        if (!portion.isEmpty()) {
            target.places(Map.copyOf(portion));
            portion.clear();
            ids.clear();
            written = gone;
            remember();
        }
        work.tell("write", written, work.reports().count());
    }

    private void remember() throws IOException {
        try (BatchFiles.Draft draft = work.files().write(WRITTEN)) {
            draft.out().writeInt(written);
            draft.finish();
        }
    }

    @Override
    public void close() throws IOException {
        names.close();
    }
}
