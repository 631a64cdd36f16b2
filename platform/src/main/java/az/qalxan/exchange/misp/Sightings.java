package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes sightings of attributes that their sender may see. */
@Component("mispSightings")
class Sightings {

    private static final int SOURCE_CHARS_MAX = 255;
    private static final int VALUES_MAX = 1_000;

    private final SightingStore store;
    private final Organisations organisations;
    private final AuditLog audit;
    private final Clock clock;

    Sightings(SightingStore store, Organisations organisations, AuditLog audit, Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Sighting> of(long event) {
        return store.of(event);
    }

    /**
     * Takes one for each attribute that is meant.
     *
     * @param attribute the UUID that the address says; empty when the body says what is meant
     * @throws MispFault 400 with everything that is wrong
     */
    @Transactional
    List<Sighting> add(Caller caller, UUID collection, String attribute, JsonNode body) {
        Flaws flaws = new Flaws();
        long now = clock.instant().getEpochSecond();
        String type = body.path("type").asString("0");
        if (!type.matches("[0-2]")) {
            flaws.add("/type", Flaws.shown(body.path("type")) + " is none of 0, 1, 2");
        }
        String source = MispEventStore.clean(body.path("source").asString(""));
        if (source.length() > SOURCE_CHARS_MAX) {
            flaws.add("/source", "at most " + SOURCE_CHARS_MAX + " characters are allowed");
        }
        long seen =
                flaws.stamp(body, "timestamp", "")
                        .or(() -> flaws.stamp(body, "date_sighting", ""))
                        .orElse(now);
        List<SightingStore.Place> places = places(collection, attribute, body);
        UUID said = body.has("attribute_uuid") ? flaws.uuid(body, "") : UUID.randomUUID();
        if (!flaws.found().isEmpty()) {
            throw MispFault.malformed(flaws.found());
        }
        List<Sighting> added = new ArrayList<>();
        for (SightingStore.Place place : places) {
            Sighting one =
                    new Sighting(
                            0,
                            places.size() == 1 ? said : UUID.randomUUID(),
                            place.event(),
                            place.attribute(),
                            Integer.parseInt(type),
                            source,
                            seen,
                            caller.body().value(),
                            organisations.of(caller.body().value()));
            if (store.insert(one, clock.instant())) {
                added.add(one);
            }
        }
        audit.record(
                MispAct.SIGHTED,
                AuditSubject.of("collection", collection),
                Map.of("sightings", String.valueOf(added.size()), "type", type));
        return added;
    }

    private List<SightingStore.Place> places(UUID collection, String attribute, JsonNode body) {
        String named = attribute.isEmpty() ? firstOf(body, "uuid", "id") : attribute;
        Optional<UUID> uuid = Flaws.uuid(named);
        if (uuid.isPresent()) {
            return store.byUuid(collection, uuid.get());
        }
        List<String> values = new ArrayList<>();
        for (String name : List.of("value", "values")) {
            if (body.has(name)) {
                values.addAll(MispJson.texts(body.path(name)));
            }
        }
        return store.byValue(
                collection,
                values.stream().limit(VALUES_MAX).map(MispAttribute::key).distinct().toList());
    }

    private static String firstOf(JsonNode body, String one, String other) {
        return body.path(body.has(one) ? one : other).asString("");
    }
}
