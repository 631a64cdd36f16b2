package az.qalxan.exchange.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what hangs together with an object or a value, two steps far: objects by what they name,
 * values by who holds them.
 */
@Component
class GraphReading {

    /** More are not drawn; how many is told. */
    static final int NODES_MAX = 40;

    private static final int STEPS = 2;
    private static final int LINKS_MAX = 300;

    private final RelationStore relations;
    private final LookUpStore lookUps;
    private final KnowledgePack pack;

    GraphReading(RelationStore relations, LookUpStore lookUps, KnowledgePack pack) {
        this.relations = relations;
        this.lookUps = lookUps;
        this.pack = pack;
    }

    KnowledgeGraph around(String object) {
        Growing growing = new Growing();
        growing.reach(object, null, 0);
        return grown(growing);
    }

    KnowledgeGraph around(KnownValue value) {
        Growing growing = new Growing();
        growing.reach(key(value), value, 0);
        return grown(growing);
    }

    private static String key(KnownValue value) {
        return value.kind().code() + " " + value.text();
    }

    private KnowledgeGraph grown(Growing growing) {
        for (int step = 1; step <= STEPS; step++) {
            List<Reached> frontier = growing.take();
            objects(growing, frontier, step);
            values(growing, frontier, step);
        }
        growing.take();
        return growing.graph(relations.newest(growing.objects()));
    }

    private void objects(Growing growing, List<Reached> frontier, int step) {
        List<String> ids =
                frontier.stream().filter(one -> one.value == null).map(one -> one.key).toList();
        if (ids.isEmpty()) {
            return;
        }
        Set<String> from = new HashSet<>(ids);
        List<KnownObject.Link> links = relations.links(ids, LINKS_MAX + 1);
        growing.more |= links.size() > LINKS_MAX;
        for (KnownObject.Link link : links) {
            growing.reach(from.contains(link.source()) ? link.target() : link.source(), null, step);
            growing.join(link.source(), link.target(), link.relation());
        }
        List<RelationStore.Holding> held = relations.values(ids, LINKS_MAX + 1);
        growing.more |= held.size() > LINKS_MAX;
        for (RelationStore.Holding one : held) {
            growing.reach(key(one.value()), one.value(), step);
            growing.join(one.object(), key(one.value()), "");
        }
    }

    private void values(Growing growing, List<Reached> frontier, int step) {
        Map<KnownValue, Reached> asked = new LinkedHashMap<>();
        frontier.forEach(one -> {
            if (one.value != null) {
                asked.put(one.value, one);
            }
        });
        if (asked.isEmpty()) {
            return;
        }
        Map<KnownValue, List<Hit>> holding =
                lookUps.holding(List.copyOf(asked.keySet()), pack.hub() + 1);
        asked.forEach((value, reached) -> {
            List<Hit> hits = holding.getOrDefault(value, List.of());
            reached.hub = hits.size() > pack.hub();
            if (reached.hub && step > 1) {
                growing.more = true;
                return;
            }
            growing.more |= reached.hub;
            for (Hit hit : hits) {
                growing.reach(hit.object(), null, step);
                growing.join(hit.object(), reached.key, "");
            }
        });
    }

    /** An object or a value that was reached. */
    private static final class Reached {

        private final String key;
        private final @Nullable KnownValue value;
        private final int depth;
        private boolean hub;

        Reached(String key, @Nullable KnownValue value, int depth) {
            this.key = key;
            this.value = value;
            this.depth = depth;
        }
    }

    private record Joined(String from, String to, String relation) {}

    /** What is reached so far. */
    private static final class Growing {

        private final Map<String, Reached> drawn = new LinkedHashMap<>();
        private final Set<String> left = new HashSet<>();
        private final Set<Joined> joined = new LinkedHashSet<>();
        private final List<Reached> fresh = new ArrayList<>();
        private boolean more;

        void reach(String key, @Nullable KnownValue value, int depth) {
            if (drawn.containsKey(key)) {
                return;
            }
            if (drawn.size() >= NODES_MAX) {
                left.add(key);
                return;
            }
            Reached reached = new Reached(key, value, depth);
            drawn.put(key, reached);
            fresh.add(reached);
        }

        void join(String from, String to, String relation) {
            joined.add(new Joined(from, to, relation));
        }

        List<Reached> take() {
            List<Reached> taken = List.copyOf(fresh);
            fresh.clear();
            return taken;
        }

        Collection<String> objects() {
            return drawn.values().stream()
                    .filter(one -> one.value == null)
                    .map(one -> one.key)
                    .toList();
        }

        KnowledgeGraph graph(Map<String, StoredObject> known) {
            List<KnowledgeGraph.Node> nodes = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            drawn.forEach((key, one) -> {
                places.put(key, nodes.size());
                nodes.add(node(one, known.get(key)));
            });
            List<KnowledgeGraph.Edge> edges =
                    joined.stream()
                            .filter(one ->
                                    places.containsKey(one.from()) && places.containsKey(one.to()))
                            .map(one ->
                                    new KnowledgeGraph.Edge(
                                            places.getOrDefault(one.from(), 0),
                                            places.getOrDefault(one.to(), 0),
                                            one.relation()))
                            .toList();
            return new KnowledgeGraph(nodes, edges, left.size(), more);
        }

        private static KnowledgeGraph.Node node(Reached one, @Nullable StoredObject known) {
            KnownValue value = one.value;
            if (value != null) {
                return new KnowledgeGraph.Node(
                        one.key, "value", value.text(), value.page(), one.hub, one.depth);
            }
            String type = one.key.substring(0, Math.max(0, one.key.indexOf("--")));
            return known == null
                    ? new KnowledgeGraph.Node(one.key, type, one.key, "", false, one.depth)
                    : new KnowledgeGraph.Node(
                            one.key, type, known.title(), known.page(), false, one.depth);
        }
    }
}
