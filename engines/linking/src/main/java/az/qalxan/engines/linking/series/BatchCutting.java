package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Cuts the reports that evidence connects into parts and groups. */
final class BatchCutting {

    private static final String PARTS = "parts";
    private static final int REPORTS_IN_PIECE = 500;

    private final BatchWork work;
    private final LongSet hubs;
    private final int[] strong;
    private final int[] whole;

    private BatchCutting(BatchWork work, LongSet hubs) throws IOException {
        this.work = work;
        this.hubs = hubs;
        this.strong = BatchGrouping.strong(work).roots();
        this.whole = BatchLinking.whole(work).roots();
    }

    static void run(BatchWork work, LongSet hubs) throws IOException {
        if (!work.files().has(PARTS)) {
            new BatchCutting(work, hubs).cut();
        }
    }

    /** Takes every part that was cut; a report that nothing connects is in none. */
    @FunctionalInterface
    interface Taker {
        void take(BatchPart part) throws IOException;
    }

    static void forEach(BatchFiles files, Taker taker) throws IOException {
        try (DataInputStream in = files.read(PARTS)) {
            while (in.readBoolean()) {
                taker.take(BatchPart.readFrom(in));
            }
        }
    }

    private void cut() throws IOException {
        int[] order = byComponent();
        try (BatchFiles.Draft parts = work.files().write(PARTS);
                InOrder<List<BatchPart>> pieces =
                        new InOrder<>(found -> write(found, parts.out()))) {
            List<int[]> piece = new ArrayList<>();
            int held = 0;
            int from = 0;
            for (int to = 1; to <= order.length; to++) {
                if (to == order.length || whole[order[to]] != whole[order[from]]) {
                    if (to - from > 1) {
                        piece.add(Arrays.copyOfRange(order, from, to));
                        held += to - from;
                    }
                    from = to;
                }
                if (held >= REPORTS_IN_PIECE || to == order.length) {
                    List<int[]> components = piece;
                    pieces.add(() -> cut(components));
                    piece = new ArrayList<>();
                    held = 0;
                    work.tell("cut", to, order.length);
                }
            }
            pieces.finish();
            parts.out().writeBoolean(false);
            parts.finish();
        }
    }

    /** All reports, component by component, ascending in each. */
    private int[] byComponent() {
        int[] ends = new int[whole.length];
        for (int root : whole) {
            ends[root]++;
        }
        int sum = 0;
        for (int i = 0; i < ends.length; i++) {
            int size = ends[i];
            ends[i] = sum;
            sum += size;
        }
        int[] order = new int[whole.length];
        for (int report = 0; report < whole.length; report++) {
            order[ends[whole[report]]] = report;
            ends[whole[report]]++;
        }
        return order;
    }

    private static void write(List<BatchPart> parts, DataOutputStream out) throws IOException {
        for (BatchPart part : parts) {
            out.writeBoolean(true);
            part.writeTo(out);
        }
    }

    private List<BatchPart> cut(List<int[]> components) {
        List<BatchPart> found = new ArrayList<>();
        for (int[] members : components) {
            if (members.length <= work.bounds().component()) {
                List<ReportTraits> reports = work.reports().traits(members);
                for (Part part : parts(reports).all()) {
                    found.add(numbered(part, members, reports));
                }
            } else {
                for (int[] some : divided(members)) {
                    List<ReportTraits> reports = work.reports().traits(some);
                    found.add(numbered(parts(reports).narrow(), some, reports));
                }
            }
        }
        return found;
    }

    private Parts parts(List<ReportTraits> reports) {
        return new Parts(
                reports,
                hubs::contains,
                work.decisions().about(reports),
                work.bounds().component());
    }

    private List<int[]> divided(int[] members) {
        Map<Integer, IntList> divided = new TreeMap<>();
        for (int member : members) {
            divided.computeIfAbsent(strong[member], root -> new IntList()).add(member);
        }
        return divided.values().stream().map(IntList::toArray).toList();
    }

    private static BatchPart numbered(Part part, int[] members, List<ReportTraits> reports) {
        Map<UUID, Integer> numbers = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            numbers.put(reports.get(i).id(), members[i]);
        }
        List<int[]> groups = new ArrayList<>();
        for (List<ReportTraits> group : part.groups()) {
            groups.add(group.stream().mapToInt(one -> numbers.getOrDefault(one.id(), 0)).toArray());
        }
        return new BatchPart(part.width(), groups);
    }
}
