package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Compares the reports that share weaker evidence and connects those with enough points. */
final class BatchLinking {

    private static final String WHOLE = "whole";
    private static final int GROUPS_IN_PIECE = 500;

    private final BatchWork work;
    private final LongSet hubs;
    private final int[] strong;
    private final Forest connected;

    private BatchLinking(BatchWork work, LongSet hubs) throws IOException {
        this.work = work;
        this.hubs = hubs;
        this.connected = BatchGrouping.strong(work);
        this.strong = connected.roots();
    }

    static void run(BatchWork work, LongSet hubs) throws IOException {
        if (!work.files().has(WHOLE)) {
            new BatchLinking(work, hubs).link();
        }
    }

    private void link() throws IOException {
        long[] done = new long[1];
        try (InOrder<IntList> pieces =
                new InOrder<>(pairs -> {
                    for (int i = 0; i < pairs.size(); i += 2) {
                        connected.join(pairs.get(i), pairs.get(i + 1));
                    }
                    done[0]++;
                    work.tell("link", done[0] * GROUPS_IN_PIECE, 0);
                })) {
            List<int[]> piece = new ArrayList<>();
            BatchGrouping.forEachWeak(
                    work.files(),
                    holders -> {
                        piece.add(holders);
                        if (piece.size() == GROUPS_IN_PIECE) {
                            List<int[]> groups = List.copyOf(piece);
                            pieces.add(() -> linked(groups));
                            piece.clear();
                        }
                    });
            pieces.add(() -> linked(piece));
            pieces.finish();
        }
        try (BatchFiles.Draft whole = work.files().write(WHOLE)) {
            connected.writeTo(whole.out());
            whole.finish();
        }
    }

    /** Pairs, one after the other. */
    private IntList linked(List<int[]> groups) {
        IntList pairs = new IntList();
        for (int[] holders : groups) {
            if (apart(holders)) {
                List<ReportTraits> traits = work.reports().traits(holders);
                for (int i = 0; i < holders.length; i++) {
                    for (int j = 0; j < i; j++) {
                        if (strong[holders[i]] != strong[holders[j]]
                                && WeakPairs.links(traits.get(i), traits.get(j), hubs::contains)) {
                            pairs.add(holders[j]);
                            pairs.add(holders[i]);
                        }
                    }
                }
            }
        }
        return pairs;
    }

    private boolean apart(int[] holders) {
        for (int holder : holders) {
            if (strong[holder] != strong[holders[0]]) {
                return true;
            }
        }
        return false;
    }

    /** Reports that any evidence between two of them connects. */
    static Forest whole(BatchWork work) throws IOException {
        try (DataInputStream in = work.files().read(WHOLE)) {
            return Forest.readFrom(in, work.reports().count());
        }
    }
}
