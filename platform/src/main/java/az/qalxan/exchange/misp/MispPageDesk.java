package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.ThreatCollection;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What people do with events of MISP and with warninglists. */
@Component
class MispPageDesk {

    private static final int RECEIVERS_MAX = 50;
    private static final int GALAXIES_MAX = 50;

    private final MispPages pages;
    private final Handout handout;
    private final DeliveryNotes notes;
    private final Warnings warnings;
    private final WarninglistStore lists;
    private final CollectionDesk collections;
    private final AuditLog audit;
    private final Clock clock;

    MispPageDesk(
            MispPages pages,
            Handout handout,
            DeliveryNotes notes,
            Warnings warnings,
            WarninglistStore lists,
            CollectionDesk collections,
            AuditLog audit,
            Clock clock) {
        this.pages = pages;
        this.handout = handout;
        this.notes = notes;
        this.warnings = warnings;
        this.lists = lists;
        this.collections = collections;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<MispPages.Line> lines(String words, int page) {
        return pages.lines(words, page);
    }

    /** An attribute with the names of the warninglists that have it. */
    record Warned(MispPages.Shown shown, List<String> lists) {

        Warned {
            lists = List.copyOf(lists);
        }
    }

    /**
     * An event as a page shows it.
     *
     * @param more whether attributes follow
     */
    record Page(
            StoredEvent event,
            ThreatCollection collection,
            List<String> galaxies,
            List<Warned> attributes,
            boolean more,
            List<DeliveryNotes.Receiver> receivers) {

        Page {
            galaxies = List.copyOf(galaxies);
            attributes = List.copyOf(attributes);
            receivers = List.copyOf(receivers);
        }
    }

    private StoredEvent require(long number) {
        @Nullable StoredEvent event = pages.event(number);
        if (event == null) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return event;
    }

    @Transactional
    Page page(Caller caller, long number, int page) {
        StoredEvent event = require(number);
        ThreatCollection collection =
                collections
                        .find(event.collection())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND))
                        .collection();
        List<MispPages.Shown> found = pages.attributes(number, page);
        List<Warned> shown = new ArrayList<>();
        for (MispPages.Shown one : found.subList(0, Math.min(found.size(), MispPages.ATTRIBUTES))) {
            shown.add(new Warned(one, warnings.names(collection.body(), one.type(), one.value())));
        }
        handout.seen(caller, event);
        return new Page(
                event,
                collection,
                galaxies(event),
                shown,
                found.size() > MispPages.ATTRIBUTES,
                notes.of(number, RECEIVERS_MAX));
    }

    private static List<String> galaxies(StoredEvent event) {
        List<String> names = new ArrayList<>();
        for (JsonNode galaxy : MispJson.object(event.content()).path("Galaxy")) {
            String name = galaxy.path("name").asString("?");
            names.add(name);
            for (JsonNode cluster : galaxy.path("GalaxyCluster")) {
                names.add(name + ": " + cluster.path("value").asString("?"));
            }
        }
        return names.stream().limit(GALAXIES_MAX).toList();
    }

    /** The event as a file of MISP. */
    @Transactional
    String json(Caller caller, long number) {
        return handout.event(caller, require(number), "file", true);
    }

    /** Its attributes as a file for a spreadsheet. */
    @Transactional
    String csv(Caller caller, long number, List<String> columns) {
        StoredEvent event = require(number);
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(file, columns)) {
            for (int page = 0; ; page++) {
                List<MispPages.Shown> some = pages.attributes(number, page);
                some.stream().limit(MispPages.ATTRIBUTES).forEach(one -> csv.row(row(one)));
                if (some.size() <= MispPages.ATTRIBUTES) {
                    break;
                }
            }
        }
        handout.noted(caller, event, "file");
        return file.toString();
    }

    private static List<?> row(MispPages.Shown one) {
        return List.of(
                one.uuid().toString(),
                one.type(),
                one.category(),
                one.value(),
                one.comment(),
                one.toIds() ? "1" : "0",
                Instant.ofEpochSecond(one.stamp()).toString(),
                one.handling().label(),
                String.join(" ", one.tags()));
    }

    /** Our own lists and those that the caller's body keeps. */
    @Transactional(readOnly = true)
    List<Warninglist> lists(Caller caller) {
        Map<String, Warninglist> kept = new HashMap<>();
        lists.all().stream()
                .filter(one -> one.body().equals(caller.body().value()))
                .forEach(one -> kept.put(one.name(), one));
        List<Warninglist> all = new ArrayList<>();
        for (Warninglist own : OwnWarninglists.all()) {
            @Nullable Warninglist switched = kept.remove(own.name());
            all.add(switched == null || switched.enabled() ? own : off(own));
        }
        kept.values().stream()
                .sorted(java.util.Comparator.comparing(Warninglist::name))
                .forEach(all::add);
        return all;
    }

    private static Warninglist off(Warninglist one) {
        return new Warninglist(
                one.body(),
                one.name(),
                one.kind(),
                one.revision(),
                one.about(),
                one.harmless(),
                one.types(),
                one.entries(),
                false,
                one.takenAt());
    }

    /** Takes a list; what is wrong with it otherwise. */
    @Transactional
    List<String> keep(Caller caller, byte[] file) {
        WarninglistReader reader = new WarninglistReader();
        Optional<Warninglist> list = reader.read(file, caller.body().value(), clock.instant());
        list.ifPresent(one -> {
            lists.keep(one, caller.name());
            audit.record(
                    MispAct.WARNINGLIST_KEPT,
                    AuditSubject.of("warninglist", one.name()),
                    Map.of("entries", String.valueOf(one.entries().size())));
            warnings.forget();
        });
        return reader.flaws();
    }

    /** Switches a list of the caller's body, or one of our own for that body. */
    @Transactional
    void enable(Caller caller, String name, boolean enabled) {
        Optional<Warninglist> own =
                OwnWarninglists.all().stream().filter(one -> one.name().equals(name)).findFirst();
        if (!lists.enable(caller.body().value(), name, enabled)) {
            Warninglist switched = own.orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
            lists.keep(
                    new Warninglist(
                            caller.body().value(),
                            switched.name(),
                            Warninglist.Kind.OWN,
                            0,
                            "",
                            true,
                            List.of(),
                            List.of(),
                            enabled,
                            clock.instant()),
                    caller.name());
        }
        audit.record(
                MispAct.WARNINGLIST_SWITCHED,
                AuditSubject.of("warninglist", name),
                Map.of("enabled", String.valueOf(enabled)));
        warnings.forget();
    }

    /** The collections of the caller's body into which events may come. */
    @Transactional(readOnly = true)
    List<ThreatCollection> targets(Caller caller) {
        return collections.all().stream()
                .map(az.qalxan.exchange.Reachable::collection)
                .filter(one -> one.open() && one.body().equals(caller.body().value()))
                .toList();
    }

    /** Takes an event that a person has as a file; what is wrong with it otherwise. */
    @Transactional
    List<String> take(Caller caller, EventDesk desk, UUID collection, byte[] file) {
        az.qalxan.exchange.Reachable place =
                collections
                        .find(collection)
                        .filter(az.qalxan.exchange.Reachable::canWrite)
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(Violation.at("into", "misp.wrong.into"))));
        return switch (MispJson.read(file)) {
            case JsonReading.Refused refused -> List.of(refused.fault().toString());
            case JsonReading.Read read -> {
                MispEventReader reader = desk.reader();
                MispEvent event = reader.event(read.node());
                if (!reader.flaws().isEmpty()) {
                    yield reader.flaws();
                }
                yield desk.take(Sender.of(caller, place), place.collection(), event)
                                instanceof Outcome.Refused refused
                        ? List.of(refused.words())
                        : List.of();
            }
        };
    }
}
