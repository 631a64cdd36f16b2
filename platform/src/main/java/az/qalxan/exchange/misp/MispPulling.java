package az.qalxan.exchange.misp;

import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.exchange.ThreatCollection;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what is newer there than what was dealt with. Each event and the note about it are one
 * transaction: whoever is killed goes on behind the last one.
 */
@Component
class MispPulling {

    private final EventDesk desk;
    private final MispRemoteStore remotes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MispPulling(
            EventDesk desk, MispRemoteStore remotes, TransactionTemplate transaction, Clock clock) {
        this.desk = desk;
        this.remotes = remotes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Runs to the end; empty when nothing of the list itself was wrong. */
    Optional<MispTrouble> run(MispRemote remote, ThreatCollection into, MispSource source)
            throws IOException {
        FeedManifest manifest = source.manifest();
        Map<UUID, Long> known =
                java.util.Objects.requireNonNull(
                        transaction.execute(
                                _ -> remotes.stamps(remote.id(), MispRemoteStore.Way.IN)));
        for (Map.Entry<UUID, Long> one : manifest.stamps().entrySet()) {
            if (one.getValue() > known.getOrDefault(one.getKey(), -1L)) {
                take(remote, into, source, one);
            }
        }
        return manifest.flaws().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MispTrouble(
                                MispTrouble.Kind.UNREADABLE, String.join("; ", manifest.flaws())));
    }

    private void take(
            MispRemote remote,
            ThreatCollection into,
            MispSource source,
            Map.Entry<UUID, Long> wanted)
            throws IOException {
        byte[] file = source.event(wanted.getKey());
        try {
            transaction.executeWithoutResult(
                    _ -> note(remote, wanted, taken(remote, into, file, wanted.getKey())));
        } catch (DataAccessException e) {
            transaction.executeWithoutResult(_ ->
                    note(
                            remote,
                            wanted,
                            "it could not be kept: " + e.getMostSpecificCause().getMessage()));
        }
    }

    private void note(MispRemote remote, Map.Entry<UUID, Long> wanted, String fault) {
        remotes.hold(remote.id(), clock.instant().plus(MispRounds.HELD));
        remotes.note(
                remote.id(),
                new MispRemoteStore.Refused(
                        wanted.getKey(),
                        MispRemoteStore.Way.IN.code(),
                        wanted.getValue(),
                        clock.instant(),
                        fault));
    }

    /** Takes one; why not otherwise. */
    private String taken(MispRemote remote, ThreatCollection into, byte[] file, UUID uuid) {
        if (!(MispJson.read(file) instanceof JsonReading.Read(JsonNode node))) {
            return MispJson.read(file) instanceof JsonReading.Refused refused
                    ? refused.fault().toString()
                    : "unreadable";
        }
        if (!remote.feed()) {
            nearer(node);
        }
        MispEventReader reader = desk.reader();
        MispEvent event = reader.event(node);
        if (!reader.flaws().isEmpty()) {
            return String.join("; ", reader.flaws());
        }
        if (!event.uuid().equals(uuid)) {
            return "/Event/uuid: another event was asked for";
        }
        return desk.take(remote.sender(), into, published(event, remote))
                        instanceof Outcome.Refused refused
                ? refused.words()
                : "";
    }

    /** What stands in a feed is published, whether it says so or not. */
    private static MispEvent published(MispEvent event, MispRemote remote) {
        return !remote.feed() || event.published() != null
                ? event
                : new MispEvent(
                        event.uuid(),
                        event.orgc(),
                        event.info(),
                        event.day(),
                        event.stamp(),
                        event.dated(),
                        true,
                        event.level(),
                        event.tags(),
                        event.content(),
                        event.unknown(),
                        event.attributes(),
                        event.objects(),
                        event.groups());
    }

    /**
     * One step of distribution nearer, as a MISP that pulls does: what is of their community is of
     * our organisation, what is of connected communities is of ours.
     */
    static void nearer(JsonNode whole) {
        if (MispJson.inside(whole, "Event") instanceof ObjectNode event) {
            step(event);
            event.path("Attribute").forEach(MispPulling::step);
            for (JsonNode object : event.path("Object")) {
                step(object);
                object.path("Attribute").forEach(MispPulling::step);
            }
        }
    }

    private static void step(JsonNode part) {
        String said = part.path("distribution").asString("");
        if (part instanceof ObjectNode object && (said.equals("1") || said.equals("2"))) {
            object.put("distribution", said.equals("1") ? "0" : "1");
        }
    }
}
