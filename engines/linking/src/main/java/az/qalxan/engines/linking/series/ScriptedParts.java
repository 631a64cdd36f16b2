package az.qalxan.engines.linking.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a batch that scripts connect, while all parts go by. */
final class ScriptedParts {

    private final Forest connected;
    private final int[] left;
    private final Map<Integer, List<int[]>> pairs = new HashMap<>();
    private final Map<Integer, Open> open = new HashMap<>();
    private int part;
    private int place;

    private ScriptedParts(int[] partOf, int parts, List<int[]> scripts) {
        this.connected = new Forest(parts);
        scripts.forEach(pair -> connected.join(partOf[pair[0]], partOf[pair[1]]));
        for (int[] pair : scripts) {
            int root = connected.root(partOf[pair[0]]);
            pairs.computeIfAbsent(root, r -> new ArrayList<>()).add(pair);
        }
        this.left = new int[parts];
        for (int i = 0; i < parts; i++) {
            left[connected.root(i)]++;
        }
    }

    static ScriptedParts read(BatchFiles files) throws IOException {
        IntList partOf = new IntList();
        int[] parts = new int[1];
        BatchCutting.forEach(
                files,
                part -> {
                    part.groups().forEach(group -> partOf.add(parts[0]));
                    parts[0]++;
                });
        return new ScriptedParts(partOf.toArray(), parts[0], BatchScripts.pairs(files));
    }

    /**
     * Parts that scripts connect.
     *
     * @param parts by ascending heads
     * @param pairs of groups told after one script, as places among the groups of these parts
     */
    record Connected(List<BatchPart> parts, List<int[]> pairs) {}

    /** Parts that came by; {@code local} are their groups' places by the places in all groups. */
    private record Open(List<BatchPart> parts, Map<Integer, Integer> local) {}

    /** The next part of the batch goes by; gives what it completes. */
    @Nullable Connected next(BatchPart next) {
        int root = connected.root(part);
        part++;
        Open one = open.computeIfAbsent(root, r -> new Open(new ArrayList<>(), new HashMap<>()));
        one.parts().add(next);
        for (int i = 0; i < next.groups().size(); i++) {
            one.local().put(place, one.local().size());
            place++;
        }
        left[root]--;
        if (left[root] > 0) {
            return null;
        }
        open.remove(root);
        return new Connected(one.parts(), local(root, one.local()));
    }

    private List<int[]> local(int root, Map<Integer, Integer> places) {
        List<int[]> found = new ArrayList<>();
        for (int[] pair : pairs.getOrDefault(root, List.of())) {
            found.add(new int[] {places.get(pair[0]), places.get(pair[1])});
        }
        return found;
    }

    /** How many parts there are. */
    int count() {
        return left.length;
    }
}
