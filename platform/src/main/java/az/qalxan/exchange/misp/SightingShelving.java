package az.qalxan.exchange.misp;

import az.qalxan.access.AccountId;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.threatintel.stix.Tlp;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.StixMoment;
import az.qalxan.exchange.ThreatCollection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of sightings what STIX says: that an attribute was seen is a Sighting of its indicator,
 * that it is a false positive is an Opinion which strongly disagrees with it (STIX 2.1, 4.12 and
 * 5.2).
 */
@Component
class SightingShelving {

    private static final TransactionIdentity JOB = TransactionIdentity.job("misp-sightings");
    private static final int AT_ONCE_MAX = 500;

    private final SightingStore sightings;
    private final MispEventStore events;
    private final ShelfWork work;
    private final CollectionDesk collections;
    private final ObjectIntake intake;
    private final TransactionTemplate transaction;

    SightingShelving(
            SightingStore sightings,
            MispEventStore events,
            ShelfWork work,
            CollectionDesk collections,
            ObjectIntake intake,
            TransactionTemplate transaction) {
        this.sightings = sightings;
        this.events = events;
        this.work = work;
        this.collections = collections;
        this.intake = intake;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 6, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void shelveDue() {
        List<Sighting> due =
                ActingAs.call(
                        JOB,
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(_ -> sightings.due(AT_ONCE_MAX))));
        for (Sighting one : due) {
            ActingAs.run(
                    new TransactionIdentity("misp:" + one.body(), one.body(), "system", ""),
                    () -> shelve(one));
        }
    }

    private void shelve(Sighting one) {
        Optional<ObjectNode> object = Objects.requireNonNull(transaction.execute(_ -> object(one)));
        if (object.isEmpty()) {
            transaction.executeWithoutResult(_ -> sightings.shelved(one.number()));
            return;
        }
        ThreatCollection into = collection(one);
        intake.take(
                new Caller(
                        new AccountId(one.organisation().uuid()),
                        one.organisation().name(),
                        new BodyCode(one.body()),
                        Set.of()),
                new Reachable(into, Handling.RED, into.ceiling()),
                EnvelopeReader.of(List.of(object.get())),
                _ -> sightings.shelved(one.number()));
    }

    private ThreatCollection collection(Sighting one) {
        StoredEvent event =
                Objects.requireNonNull(transaction.execute(_ -> events.all(List.of(one.event()))))
                        .getFirst();
        return collections.find(event.collection()).orElseThrow().collection();
    }

    /** Empty when the attribute is no indicator, or when MISP says what STIX has no word for. */
    private Optional<ObjectNode> object(Sighting one) {
        StoredEvent event = events.all(List.of(one.event())).getFirst();
        String indicator = "indicator--" + one.attribute();
        Map<String, String> standing = work.standing(event.collection(), Set.of(indicator));
        if (standing.isEmpty() || one.type() > 1) {
            return Optional.empty();
        }
        String type = one.type() == 0 ? "sighting" : "opinion";
        String moment = StixMoment.text(Instant.ofEpochSecond(one.seen()));
        ObjectNode object = MispJson.JSON.createObjectNode();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", type + "--" + one.uuid());
        object.put("created_by_ref", "identity--" + one.organisation().uuid());
        object.put("created", moment);
        object.put("modified", moment);
        if (one.type() == 0) {
            object.put("first_seen", moment);
            object.put("last_seen", moment);
            object.put("count", 1);
            object.put("sighting_of_ref", indicator);
        } else {
            object.put("opinion", "strongly-disagree");
            object.putArray("object_refs").add(indicator);
        }
        String word = event.handling().label().substring("TLP:".length());
        Tlp.ofWord(word.toLowerCase(Locale.ROOT))
                .ifPresent(tlp -> object.putArray("object_marking_refs").add(tlp.marking()));
        return Optional.of(object);
    }
}
