package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import az.qalxan.engines.threatintel.json.JsonReading;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pushes published events that are meant for other communities to a MISP that wants them. What came
 * from there does not go back, and nothing narrower than the remote's marking goes at all.
 */
@Component
class MispPushing {

    private static final int AT_ONCE = 1_000;

    private final SearchStore search;
    private final EventWriter writer;
    private final MispRemoteStore remotes;
    private final DeliveryNotes notes;
    private final MispCalls calls;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MispPushing(
            SearchStore search,
            EventWriter writer,
            MispRemoteStore remotes,
            DeliveryNotes notes,
            MispCalls calls,
            TransactionTemplate transaction,
            Clock clock) {
        this.search = search;
        this.writer = writer;
        this.remotes = remotes;
        this.notes = notes;
        this.calls = calls;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Runs to the end; empty when the server took or refused each event by itself. */
    Optional<MispTrouble> run(MispRemote remote, String key) throws IOException {
        List<StoredEvent> newer = Objects.requireNonNull(transaction.execute(_ -> newer(remote)));
        for (int from = 0; from < newer.size(); from += AT_ONCE) {
            Optional<MispTrouble> trouble =
                    some(remote, key, newer.subList(from, Math.min(newer.size(), from + AT_ONCE)));
            if (trouble.isPresent()) {
                return trouble;
            }
        }
        return Optional.empty();
    }

    private List<StoredEvent> newer(MispRemote remote) {
        Map<UUID, Long> pushed = remotes.stamps(remote.id(), MispRemoteStore.Way.OUT);
        return search.travelling(remote.into()).stream()
                .filter(one -> !one.code().equals(remote.code()))
                .filter(one -> one.handling().compareTo(remote.ceiling()) <= 0)
                .filter(one -> one.stamp() > pushed.getOrDefault(one.uuid(), -1L))
                .toList();
    }

    private static URI at(MispRemote remote, String path) {
        return URI.create(remote.address()).resolve(path);
    }

    private Optional<MispTrouble> some(MispRemote remote, String key, List<StoredEvent> events)
            throws IOException {
        ArrayNode offered = MispJson.JSON.createArrayNode();
        for (StoredEvent one : events) {
            offered.addObject()
                    .putObject("Event")
                    .put("uuid", one.uuid().toString())
                    .put("timestamp", String.valueOf(one.stamp()));
        }
        MispCalls.Answer answer =
                calls.post(at(remote, "events/filterEventIdsForPush"), key, offered.toString());
        if (!answer.good()) {
            return Optional.of(
                    new MispTrouble(
                            new MispSource.StatusException(answer.status()).kind(),
                            answer.status() + " " + said(answer)));
        }
        Set<String> wanted = new HashSet<>();
        if (MispJson.read(answer.body()) instanceof JsonReading.Read(JsonNode node)) {
            node.forEach(one -> wanted.add(one.asString("")));
        }
        for (StoredEvent one : events) {
            String fault = wanted.contains(one.uuid().toString()) ? push(remote, key, one) : "";
            boolean went = fault.isEmpty() && wanted.contains(one.uuid().toString());
            transaction.executeWithoutResult(_ -> note(remote, one, fault, went));
        }
        return Optional.empty();
    }

    private static String said(MispCalls.Answer answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Why the server did not take it; empty when it did. */
    private String push(MispRemote remote, String key, StoredEvent event) throws IOException {
        String whole =
                Objects.requireNonNull(
                        transaction.execute(_ -> writer.whole(List.of(event), true).getFirst()));
        ObjectNode body = FeedDesk.travelling(whole);
        narrow(body.path("Event"), remote.ceiling());
        boolean there = calls.there(at(remote, "events/view/" + event.uuid()), key);
        String path = there ? "events/edit/" + event.uuid() : "events/add";
        MispCalls.Answer answer = calls.post(at(remote, path), key, body.toString());
        String words = answer.status() + " " + said(answer);
        return answer.good() ? "" : words.substring(0, Math.min(words.length(), 300));
    }

    private void note(MispRemote remote, StoredEvent event, String fault, boolean went) {
        remotes.hold(remote.id(), clock.instant().plus(MispRounds.HELD));
        remotes.note(
                remote.id(),
                new MispRemoteStore.Refused(
                        event.uuid(),
                        MispRemoteStore.Way.OUT.code(),
                        event.stamp(),
                        clock.instant(),
                        fault));
        if (went) {
            notes.note(
                    remote.title(), "push", Map.of(event.number(), event.stamp()), clock.instant());
        }
    }

    /** Leaves out parts that are marked narrower, or are for a sharing group. */
    private static void narrow(JsonNode holder, Handling ceiling) {
        if (holder instanceof ObjectNode object) {
            ArrayNode kept = MispJson.JSON.createArrayNode();
            for (JsonNode one : object.path("Attribute")) {
                if (fits(one, ceiling)) {
                    kept.add(one);
                }
            }
            object.set("Attribute", kept);
            List<JsonNode> objects = new ArrayList<>();
            object.path("Object")
                    .forEach(one -> {
                        if (fits(one, ceiling)) {
                            narrow(one, ceiling);
                            objects.add(one);
                        }
                    });
            if (object.has("Object")) {
                ArrayNode list = MispJson.JSON.createArrayNode();
                objects.forEach(list::add);
                object.set("Object", list);
            }
        }
    }

    private static boolean fits(JsonNode part, Handling ceiling) {
        var marked = Tags.narrowest(Tags.names(part));
        boolean group = part.path("distribution").asString("").equals("4");
        return !group && (marked == null || marked.compareTo(ceiling) <= 0);
    }
}
