package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Names the series after those in which most of their reports stood so far. */
final class BatchNaming {

    private static final String NAMES = "names";

    private final BatchWork work;
    private final SeriesNaming naming = new SeriesNaming();
    private final Map<UUID, Integer> earlier = new HashMap<>();
    private int head = BatchPlace.NONE;

    private BatchNaming(BatchWork work) {
        this.work = work;
    }

    static void run(BatchWork work, Supplier<UUID> newSeries) throws IOException {
        if (!work.files().has(NAMES)) {
            new BatchNaming(work).name(newSeries);
        }
    }

    private void name(Supplier<UUID> newSeries) throws IOException {
        BatchPlacing.forEach(work.files(), this::take);
        claim();
        List<UUID> names = naming.names(newSeries).stream().map(Objects::requireNonNull).toList();
        try (BatchFiles.Draft draft = work.files().write(NAMES)) {
            for (UUID name : names) {
                BatchReports.writeUuid(draft.out(), name);
            }
            draft.finish();
        }
    }

    private void take(BatchPlace place) {
        if (place.inSeries()) {
            if (place.head() != head) {
                claim();
                head = place.head();
            }
            UUID before = work.reports().series(place.report());
            if (before != null) {
                earlier.merge(before, 1, Integer::sum);
            }
        }
    }

    private void claim() {
        if (head != BatchPlace.NONE) {
            naming.claim(work.reports().id(head), true, earlier);
            earlier.clear();
        }
    }

    /** Gives the names in the order in which the series come among the places. */
    static final class Names implements AutoCloseable {

        private final DataInputStream in;
        private int head = BatchPlace.NONE;
        private UUID name = new UUID(0, 0);

        Names(BatchFiles files) throws IOException {
            this.in = files.read(NAMES);
        }

        /** The name of the series that begins with that report; called in the order of places. */
        UUID of(int first) throws IOException {
            if (first != head) {
                head = first;
                name = new UUID(in.readLong(), in.readLong());
            }
            return name;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
