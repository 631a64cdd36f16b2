package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the groups that share no evidence but are told after one script. */
final class BatchScripts {

    private static final String SCRIPTS = "scripts";
    private static final int PAIRS_IN_PIECE = 200;

    private final BatchWork work;

    /** Members of the groups that have a script. */
    private final List<int[]> groups = new ArrayList<>();

    /** The places of these groups among all groups of all parts. */
    private final IntList places = new IntList();

    private BatchScripts(BatchWork work) {
        this.work = work;
    }

    static void run(BatchWork work) throws IOException {
        if (!work.files().has(SCRIPTS)) {
            new BatchScripts(work).find();
        }
    }

    private void find() throws IOException {
        long[] pairs = pairs();
        try (BatchFiles.Draft scripts = work.files().write(SCRIPTS);
                InOrder<IntList> pieces = new InOrder<>(alike -> alike.writeTo(scripts.out()))) {
            for (int from = 0; from < pairs.length; from += PAIRS_IN_PIECE) {
                int to = Math.min(pairs.length, from + PAIRS_IN_PIECE);
                long[] some = Arrays.copyOfRange(pairs, from, to);
                pieces.add(() -> alike(some));
                work.tell("script", to, pairs.length);
            }
            pieces.finish();
            scripts.out().writeInt(-1);
            scripts.finish();
        }
    }

    /** Pairs of groups that share a key of their scripts, as numbers in {@code groups}. */
    private long[] pairs() throws IOException {
        KeyTable keys = new KeyTable(0);
        int[] place = new int[1];
        BatchCutting.forEach(
                work.files(),
                part -> {
                    for (BatchPart.Numbers group : part.groups()) {
                        if (group.script().length > 0) {
                            for (long key : group.script()) {
                                keys.add(key, groups.size(), TraitKind.SCRIPT);
                            }
                            groups.add(group.reports());
                            places.add(place[0]);
                        }
                        place[0]++;
                    }
                });
        List<Long> pairs = new ArrayList<>();
        keys.forEach(
                2,
                (key, kind, holders) -> {
                    if (!HubRule.isScriptHub(holders.length)) {
                        for (int i = 0; i < holders.length; i++) {
                            for (int j = i + 1; j < holders.length; j++) {
                                pairs.add((long) holders[i] << 32 | holders[j]);
                            }
                        }
                    }
                });
        return pairs.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    private IntList alike(long[] pairs) {
        Map<Integer, Group> known = new HashMap<>();
        IntList alike = new IntList();
        for (long pair : pairs) {
            Group one = known.computeIfAbsent((int) (pair >>> 32), this::group);
            Group other = known.computeIfAbsent((int) pair, this::group);
            if (one.sameScript(other)) {
                alike.add(places.get((int) (pair >>> 32)));
                alike.add(places.get((int) pair));
            }
        }
        return alike;
    }

    private Group group(int number) {
        return Group.of(work.reports().withoutScript(groups.get(number)));
    }

    /** Pairs of groups told after one script, as places among all groups of all parts. */
    static List<int[]> pairs(BatchFiles files) throws IOException {
        List<int[]> pairs = new ArrayList<>();
        try (DataInputStream in = files.read(SCRIPTS)) {
            for (int one = in.readInt(); one >= 0; one = in.readInt()) {
                pairs.add(new int[] {one, in.readInt()});
            }
        }
        return pairs;
    }
}
