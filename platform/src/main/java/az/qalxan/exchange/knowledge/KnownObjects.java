package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.exchange.Exit;
import az.qalxan.exchange.ObjectShelf;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of objects and values, for pages; each look is recorded as a delivery. */
@Component
class KnownObjects {

    static final int VALUES_MAX = 200;
    static final int RELATIONS_MAX = 200;
    static final int PAGE = 50;

    /** Versions of a value that are counted. */
    static final int COUNTED_MAX = 10_000;

    private static final int PLACES_MAX = 50;

    private final RelationStore relations;
    private final Sightings sightings;
    private final VerdictStore verdicts;
    private final GraphReading graphs;
    private final KnowledgePack pack;
    private final ObjectShelf shelf;
    private final AuditLog audit;
    private final Clock clock;

    KnownObjects(
            RelationStore relations,
            Sightings sightings,
            VerdictStore verdicts,
            GraphReading graphs,
            KnowledgePack pack,
            ObjectShelf shelf,
            AuditLog audit,
            Clock clock) {
        this.relations = relations;
        this.sightings = sightings;
        this.verdicts = verdicts;
        this.graphs = graphs;
        this.pack = pack;
        this.shelf = shelf;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ObjectView object(Caller caller, String id) {
        List<StoredObject> places = relations.places(id, PLACES_MAX);
        if (places.isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        told(caller, places);
        audit.record(
                KnowledgeAct.OBJECT_VIEWED,
                AuditSubject.of("knowledge", caller.body()),
                Map.of("object", id));
        List<RelationStore.Holding> values = relations.values(List.of(id), VALUES_MAX + 1);
        List<KnownObject.Link> links = relations.links(List.of(id), RELATIONS_MAX + 1);
        Set<String> ends = new HashSet<>();
        links.forEach(link -> ends.add(link.source().equals(id) ? link.target() : link.source()));
        Sightings.@Nullable Seen seen = sightings.of(id).orElse(null);
        return new ObjectView(
                places,
                head(values, VALUES_MAX),
                values.size() > VALUES_MAX,
                head(links, RELATIONS_MAX),
                links.size() > RELATIONS_MAX,
                relations.newest(ends),
                worth(places.getFirst(), values, seen),
                seen,
                verdicts.of(id),
                graphs.around(id));
    }

    private static <T> List<T> head(List<T> all, int most) {
        return all.size() > most ? all.subList(0, most) : all;
    }

    private void told(Caller caller, List<StoredObject> objects) {
        Exit exit = new Exit("page", "manifest", caller.name());
        objects.forEach(one -> shelf.told(one.collection(), exit, List.of(one.added())));
    }

    private @Nullable Decay worth(
            StoredObject object,
            List<RelationStore.Holding> values,
            Sightings.@Nullable Seen seen) {
        if (!object.indicator() || values.isEmpty()) {
            return null;
        }
        Hit.Term term = object.term();
        Instant since = term.validFrom() == null ? object.added() : term.validFrom();
        if (seen != null && seen.last().isAfter(since)) {
            since = seen.last();
        }
        @Nullable Integer said = term.confidence();
        return Decay.of(
                said == null ? pack.base() : said,
                said != null,
                since,
                clock.instant(),
                pace(values));
    }

    /** Of several kinds that which lasts longest. */
    private Decay.Pace pace(List<RelationStore.Holding> values) {
        return values.stream()
                .map(one -> pack.pace(one.value().kind()))
                .max(java.util.Comparator.comparingInt(Decay.Pace::days))
                .orElseThrow();
    }

    /**
     * All that is known of a value.
     *
     * @param next before which moment the next page is; null at the end
     */
    record ValueView(
            KnownValue value,
            List<RelationStore.Version> versions,
            @Nullable Instant next,
            RelationStore.Spread spread,
            boolean hub,
            List<RelationStore.Month> months,
            KnowledgePack.@Nullable Shared shared,
            KnowledgeGraph graph) {

        ValueView {
            versions = List.copyOf(versions);
            months = List.copyOf(months);
        }

        int tallest() {
            return months.stream().mapToInt(RelationStore.Month::versions).max().orElse(1);
        }
    }

    @Transactional
    public ValueView value(Caller caller, KnownValue value, @Nullable Instant before) {
        List<RelationStore.Version> versions = relations.holding(value, before, PAGE + 1);
        List<RelationStore.Version> shown = head(versions, PAGE);
        told(caller, shown.stream().map(RelationStore.Version::object).toList());
        audit.record(
                KnowledgeAct.LOOKED_UP,
                AuditSubject.of("knowledge", caller.body()),
                Map.of("values", "1", "known", versions.isEmpty() ? "0" : "1"));
        RelationStore.Spread spread = relations.spread(value, COUNTED_MAX + 1);
        return new ValueView(
                value,
                shown,
                versions.size() > PAGE ? shown.getLast().object().added() : null,
                spread,
                spread.objects() > pack.hub(),
                relations.months(value, COUNTED_MAX),
                pack.shared(value).orElse(null),
                graphs.around(value));
    }

    /** Objects of a type. */
    @Transactional
    public List<StoredObject> ofType(Caller caller, String type, @Nullable Instant before) {
        List<StoredObject> found = relations.ofType(type, before, PAGE + 1);
        told(caller, head(found, PAGE));
        return found;
    }
}
