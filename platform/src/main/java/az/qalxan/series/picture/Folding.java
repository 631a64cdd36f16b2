package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides what of a graph stands for itself in the picture and what is folded: reports that state
 * the same lie in one bundle, and of a large series what joins nothing is only counted.
 */
final class Folding {

    /** A graph of so many nodes is drawn node by node. */
    static final int WHOLE_NODES_MAX = 60;

    private static final int ALIKE_IDENTIFIERS_MIN = 3;
    private static final int ALL = Integer.MAX_VALUE;
    private static final int[] SMALL_BUNDLES = {2, 3, 5, 9, 17, 33, ALL};

    private final NodeGraph graph;
    private final Detail detail;
    private final DrawnIdentifiers identifiers;
    private final boolean whole;
    private final int[] placeOf;
    private final List<Folded> places = new ArrayList<>();

    private Folding(NodeGraph graph, Detail detail) {
        this.graph = graph;
        this.detail = detail;
        this.whole = graph.size() <= WHOLE_NODES_MAX;
        this.identifiers = whole ? DrawnIdentifiers.all(graph) : DrawnIdentifiers.of(graph, detail);
        this.placeOf = new int[graph.size()];
        Arrays.fill(placeOf, -1);
    }

    /** Why nodes lie in one place. */
    enum Fold {
        /** The place is one node. */
        NONE,
        /** Reports that state exactly the same drawn identifiers. */
        SAME,
        /** Reports that have their main identifier in common, or are led to it by others. */
        MAIN,
        /** Identifiers of one kind that stand in exactly the same reports. */
        TOGETHER,
        /** Reports that state no drawn identifier. */
        LOOSE;

        /** Message key {@code picture.fold.<code>}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A place of the picture before it is laid out; members are numbers of nodes, in order. */
    record Folded(Fold fold, List<Integer> members, boolean hub) {

        Folded {
            members = List.copyOf(members);
        }

        int first() {
            return members.getFirst();
        }
    }

    /**
     * What came of it.
     *
     * @param placeOf the place of each node; -1 when it is not drawn
     */
    record Result(List<Folded> places, int[] placeOf, int unshared, int weak) {}

    static Result of(NodeGraph graph, Detail detail) {
        Folding folding = new Folding(graph, detail);
        folding.placeIdentifiers();
        folding.placeReports();
        DrawnIdentifiers drawn = folding.identifiers;
        return new Result(folding.places, folding.placeOf, drawn.unshared(), drawn.weak());
    }

    private void placeIdentifiers() {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < graph.size(); i++) {
            if (identifiers.drawn()[i]) {
                alike.computeIfAbsent(likeness(i), key -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> group : alike.values()) {
            if (group.size() >= ALIKE_IDENTIFIERS_MIN) {
                place(new Folded(Fold.TOGETHER, group, false));
            } else {
                group.forEach(i -> place(new Folded(Fold.NONE, List.of(i), graph.isHub(i))));
            }
        }
    }

    /** Equal for identifiers that may share a place. */
    private String likeness(int i) {
        Node node = graph.node(i);
        boolean alone = whole || graph.isHub(i) || graph.isTied(i) || !node.marks().isEmpty();
        return alone ? "#" + i : node.kind() + Arrays.toString(graph.reportsOf(i));
    }

    private void placeReports() {
        int[] main = MainPlaces.of(graph, placeOf);
        Map<Key, List<Integer>> bundles = new LinkedHashMap<>();
        for (int i = 0; i < graph.size(); i++) {
            if (graph.isReport(i)) {
                bundles.computeIfAbsent(key(i, main[i]), none -> new ArrayList<>()).add(i);
            }
        }
        (bundles.size() > detail.reportPlacesMax() && !whole ? coarse(bundles) : fine(bundles))
                .forEach(this::place);
    }

    /**
     * What reports of one bundle have in common.
     *
     * @param touched the drawn places that they state
     * @param main the place of their main identifier
     * @param alone the report's own number when it is to be alone; -1 otherwise
     */
    private record Key(List<Integer> touched, int main, int alone) {

        Fold fold(int members) {
            if (members == 1) {
                return Fold.NONE;
            }
            return touched.isEmpty() ? Fold.LOOSE : Fold.SAME;
        }
    }

    /** A report that another report is tied to is alone. */
    private Key key(int report, int main) {
        List<Integer> touched =
                Arrays.stream(graph.identifiersOf(report))
                        .map(i -> placeOf[i])
                        .filter(place -> place >= 0)
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList();
        return new Key(touched, main, whole || graph.isTied(report) ? report : -1);
    }

    private static List<Folded> fine(Map<Key, List<Integer>> bundles) {
        List<Folded> folded = new ArrayList<>();
        bundles.forEach((key, all) -> folded.add(new Folded(key.fold(all.size()), all, false)));
        return folded;
    }

    /** Puts bundles below a size into the bundle of their main identifier, as few as will do. */
    private List<Folded> coarse(Map<Key, List<Integer>> bundles) {
        List<Folded> folded = List.of();
        for (int small : SMALL_BUNDLES) {
            folded = coarse(bundles, small);
            if (folded.size() <= detail.reportPlacesMax()) {
                break;
            }
        }
        return folded;
    }

    private static List<Folded> coarse(Map<Key, List<Integer>> bundles, int small) {
        List<Folded> folded = new ArrayList<>();
        Map<Integer, List<Integer>> byMain = new TreeMap<>();
        bundles.forEach((key, all) -> {
            if (all.size() < small && (key.alone() < 0 || small == ALL)) {
                byMain.computeIfAbsent(key.main(), none -> new ArrayList<>()).addAll(all);
            } else {
                folded.add(new Folded(key.fold(all.size()), all, false));
            }
        });
        byMain.forEach((main, all) -> {
            Collections.sort(all);
            Fold fold = main == MainPlaces.NONE ? Fold.LOOSE : Fold.MAIN;
            folded.add(new Folded(all.size() == 1 ? Fold.NONE : fold, all, false));
        });
        return folded;
    }

    private void place(Folded folded) {
        folded.members().forEach(i -> placeOf[i] = places.size());
        places.add(folded);
    }
}
