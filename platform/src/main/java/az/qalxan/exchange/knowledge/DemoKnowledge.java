package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.EnvelopeReading;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.Reachable;
import az.qalxan.monitoring.DemoEvents;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportContent;
import az.qalxan.reporting.ReportContents;
import az.qalxan.reporting.ReportId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What hangs together in the invented collections, events that hold a known name, and what bodies
 * say of it.
 */
@Component
class DemoKnowledge implements DemoPart {

    private static final String PLACE = "fishinq";
    private static final int REPORTS = 300;
    private static final int OF_REPORTS = 4;

    private final DemoPeople people;
    private final CollectionDesk desk;
    private final ObjectIntake intake;
    private final RelationStore relations;
    private final ReportContents reports;
    private final ValueReading reading;
    private final DemoEvents events;
    private final Verdicts verdicts;
    private final TransactionTemplate transaction;

    DemoKnowledge(
            DemoPeople people,
            CollectionDesk desk,
            ObjectIntake intake,
            RelationStore relations,
            ReportContents reports,
            ValueReading reading,
            DemoEvents events,
            Verdicts verdicts,
            TransactionTemplate transaction) {
        this.people = people;
        this.desk = desk;
        this.intake = intake;
        this.relations = relations;
        this.reports = reports;
        this.reading = reading;
        this.events = events;
        this.verdicts = verdicts;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void play(Instant now) {
        Caller centre = people.named("analitik");
        Caller interior = people.named("analitik-din");
        as(centre, () -> desk.find(PLACE))
                .map(one -> one.collection().id())
                .filter(_ -> !played(centre))
                .ifPresent(place -> play(centre, interior, place, now));
    }

    private void play(Caller centre, Caller interior, UUID place, Instant now) {
        send(centre, place, DemoStories.group(), now.minus(Duration.ofDays(5)));
        send(interior, place, DemoStories.police(), now.minus(Duration.ofHours(20)));
        send(interior, place, ofReports(), now.minus(Duration.ofHours(18)));
        asked(centre, now.minus(Duration.ofHours(3)));
        WorkTime.run(
                now.minus(Duration.ofHours(2)),
                () ->
                        say(
                                centre,
                                new Verdicts.Said(
                                        place,
                                        DemoStories.CARD_PAGE,
                                        true,
                                        "Səhifə açıldı: bankın giriş forması köçürülüb.")));
        WorkTime.run(
                now.minus(Duration.ofHours(1)),
                () ->
                        say(
                                interior,
                                new Verdicts.Said(
                                        place,
                                        DemoStories.STATE_PAGE,
                                        false,
                                        "Xidmətin öz sınaq ünvanıdır, sahibi təsdiqlədi.")));
    }

    private boolean played(Caller caller) {
        return as(caller, () -> !relations.places(DemoStories.ACTOR, 1).isEmpty());
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(
                caller.identity(),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private void say(Caller caller, Verdicts.Said said) {
        ActingAs.run(caller.identity(), () -> verdicts.say(caller, said));
    }

    private void send(Caller caller, UUID collection, List<String> objects, Instant at) {
        if (objects.isEmpty()) {
            return;
        }
        String text = "{\"objects\":[" + String.join(",", objects) + "]}";
        EnvelopeReading read =
                EnvelopeReader.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Reachable place = as(caller, () -> desk.find(collection).orElseThrow());
        WorkTime.run(
                at,
                () ->
                        ActingAs.run(
                                caller.identity(),
                                () ->
                                        intake.take(
                                                caller,
                                                place,
                                                (EnvelopeReading.Read) read,
                                                _ -> {})));
    }

    /** The names that most reports of the newest name. */
    private List<String> ofReports() {
        Map<KnownValue, Integer> counts = new HashMap<>();
        newest().forEach(content ->
                content.identifiers().stream()
                        .flatMap(one -> value(one).stream())
                        .distinct()
                        .forEach(value -> counts.merge(value, 1, Integer::sum)));
        List<KnownValue> most =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<KnownValue, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(one -> one.getKey().text()))
                        .limit(OF_REPORTS)
                        .map(Map.Entry::getKey)
                        .toList();
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < most.size(); i++) {
            objects.add(DemoStories.ofReports(i, most.get(i)));
        }
        return objects;
    }

    private List<ReportContent> newest() {
        return ActingAs.call(
                TransactionIdentity.job("demo"),
                () -> {
                    List<ReportId> ids = reports.after(null, REPORTS);
                    return reports.of(ids);
                });
    }

    private Optional<KnownValue> value(FoundIdentifier one) {
        return ValueKind.ofCode(one.kind())
                .filter(kind -> kind == ValueKind.DOMAIN || kind == ValueKind.PHONE)
                .flatMap(kind -> reading.of(kind, one.value()));
    }

    /** A computer asks for the name of a page that pretends to be a bank's. */
    private void asked(Caller analyst, Instant at) {
        UUID source =
                WorkTime.call(
                        at.minus(Duration.ofDays(1)),
                        () ->
                                events.open(
                                        analyst,
                                        new DemoEvents.Invented(
                                                "Nümunə DNS serveri",
                                                "government",
                                                "Ad sorğuları",
                                                2,
                                                "ndjson",
                                                1440)));
        byte[] lines = DemoStories.queries(at).getBytes(StandardCharsets.UTF_8);
        WorkTime.run(at.plusSeconds(300), () -> events.take(analyst, source, "numayis-dns", lines));
    }
}
