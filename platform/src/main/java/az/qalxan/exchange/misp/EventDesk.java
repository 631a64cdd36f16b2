package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.exchange.ThreatCollection;
import az.qalxan.exchange.misp.MispAttributeStore.Kept;
import az.qalxan.exchange.misp.MispAttributeStore.Placed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes events and changes of them, for whoever may. */
@Component("mispEventDesk")
class EventDesk {

    private static final int OFFERED_MAX = 200_000;
    private static final String NOT_SAVED = "Could not save the event: ";

    private final MispEventStore events;
    private final MispAttributeStore attributes;
    private final GroupStore groups;
    private final Organisations organisations;
    private final AuditLog audit;
    private final Clock clock;

    EventDesk(
            MispEventStore events,
            MispAttributeStore attributes,
            GroupStore groups,
            Organisations organisations,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.attributes = attributes;
        this.groups = groups;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<StoredEvent> find(UUID collection, String name) {
        Optional<UUID> uuid = Flaws.uuid(name);
        if (uuid.isPresent()) {
            return events.find(collection, uuid.get());
        }
        return name.matches("[0-9]{1,18}")
                ? events.find(collection, Long.parseLong(name))
                : Optional.empty();
    }

    MispEventReader reader() {
        return new MispEventReader(clock, groups::byNumber);
    }

    /** Takes an event that is new here, or a newer version of one that is. */
    @Transactional
    Outcome take(Sender sender, ThreatCollection into, MispEvent event) {
        return events.taken(into.id(), event.uuid())
                ? edit(sender, into, event)
                : add(sender, into, event);
    }

    @Transactional
    Outcome add(Sender sender, ThreatCollection into, MispEvent event) {
        if (events.taken(into.id(), event.uuid())) {
            return refused(403, "an event with this UUID is here");
        }
        MispEvent.Organisation orgc = event.orgc().orElseGet(() -> organisations.of(sender.body()));
        @Nullable Handling marked = Tags.narrowest(event.tags());
        @Nullable Level said = event.level();
        boolean published = Boolean.TRUE.equals(event.published());
        StoredEvent fresh =
                new StoredEvent(
                        0,
                        into.id(),
                        event.uuid(),
                        sender.code(),
                        sender.body(),
                        sender.name(),
                        orgc,
                        event.info(),
                        event.day(),
                        event.stamp(),
                        published ? clock.instant().getEpochSecond() : 0,
                        published,
                        said == null ? new Level(Level.COMMUNITY, null) : said,
                        null,
                        "",
                        marked == null ? into.unmarked() : marked,
                        event.tags(),
                        event.content().toString(),
                        event.unknown(),
                        (int) event.attributes().stream().filter(one -> !one.deleted()).count(),
                        0,
                        clock.instant(),
                        false,
                        List.of());
        Optional<Outcome> refusal =
                refusal(sender, fresh, event).or(() -> keepGroups(sender, event.groups()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        StoredEvent kept = numbered(fresh, events.insert(fresh));
        Map<UUID, Level> levels = place(kept, event.objects());
        attributes.insert(kept, placed(kept, levels, event.attributes()));
        record(MispAct.EVENT_TAKEN, kept);
        return new Outcome.Taken(kept);
    }

    private static Outcome refused(int status, String words) {
        return new Outcome.Refused(status, NOT_SAVED + words + ".");
    }

    private Optional<Outcome> refusal(Sender sender, StoredEvent event, MispEvent sent) {
        if (organisations.poses(sender, event.orgc().uuid())) {
            return Optional.of(
                    refused(403, "another body speaks as the organisation " + event.orgc().uuid()));
        }
        boolean narrow =
                event.handling().compareTo(sender.ceiling()) > 0
                        || sent.attributes().stream()
                                .map(one -> Tags.narrowest(one.tags()))
                                .anyMatch(
                                        one -> one != null && one.compareTo(sender.ceiling()) > 0);
        return narrow
                ? Optional.of(
                        refused(
                                403,
                                "its marking is narrower than "
                                        + sender.ceiling().label()
                                        + ", which is the narrowest that is taken from you"))
                : Optional.empty();
    }

    /**
     * Keeps sharing groups that an event brings; refuses one that the sender does not belong to.
     */
    private Optional<Outcome> keepGroups(Sender sender, Map<UUID, MispGroup> brought) {
        for (MispGroup group : brought.values()) {
            if (groups.insert(group, sender.code(), sender.body(), clock.instant())) {
                continue;
            }
            Optional<GroupStore.StoredGroup> known = groups.find(group.uuid());
            if (known.isEmpty()) {
                return Optional.of(refused(403, "you are not in its sharing group"));
            }
            if (group.complete() && known.get().code().equals(sender.code())) {
                groups.update(group, clock.instant());
            }
        }
        return Optional.empty();
    }

    private Map<UUID, Level> place(StoredEvent event, List<MispObject> objects) {
        Map<UUID, Level> levels = new HashMap<>();
        List<MispAttributeStore.PlacedObject> placed = new ArrayList<>();
        for (MispObject one : objects) {
            Level level = one.own().within(event.level());
            levels.put(one.uuid(), level);
            placed.add(new MispAttributeStore.PlacedObject(one, level));
        }
        attributes.keep(event.number(), placed);
        return levels;
    }

    private static List<Placed> placed(
            StoredEvent event, Map<UUID, Level> levels, List<MispAttribute> all) {
        List<Placed> placed = new ArrayList<>(all.size());
        for (MispAttribute one : all) {
            @Nullable UUID object = one.object();
            @Nullable Level outer = object == null ? event.level() : levels.get(object);
            @Nullable Handling marked = Tags.narrowest(one.tags());
            placed.add(
                    new Placed(
                            one,
                            one.own().within(outer == null ? event.level() : outer),
                            marked == null || marked.compareTo(event.handling()) < 0
                                    ? event.handling()
                                    : marked));
        }
        return placed;
    }

    /** Takes what is newer; what is not mentioned stays. */
    @Transactional
    Outcome edit(Sender sender, ThreatCollection into, MispEvent sent) {
        if (!events.hold(into.id(), sent.uuid())) {
            return refused(403, "only who sent it may change it");
        }
        StoredEvent before = events.find(into.id(), sent.uuid()).orElseThrow();
        if (!before.code().equals(sender.code())) {
            return refused(403, "only who sent it may change it");
        }
        if (sent.dated() && sent.stamp() <= before.stamp()) {
            return refused(403, "it is not newer than the copy that is here");
        }
        StoredEvent after = merged(sender, into, before, sent);
        Optional<Outcome> refusal =
                refusal(sender, after, sent).or(() -> keepGroups(sender, sent.groups()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        events.update(after);
        boolean moved =
                !after.level().equals(before.level()) || after.handling() != before.handling();
        change(after, sent, moved);
        events.count(after.number());
        record(MispAct.EVENT_CHANGED, after);
        return new Outcome.Taken(events.find(into.id(), sent.uuid()).orElse(after));
    }

    private StoredEvent merged(
            Sender sender, ThreatCollection into, StoredEvent before, MispEvent sent) {
        ObjectNode content = MispJson.object(before.content());
        sent.content().forEachEntry(content::set);
        List<String> tags = Tags.names(content);
        @Nullable Handling marked = Tags.narrowest(tags);
        Handling handling = marked == null ? into.unmarked() : marked;
        @Nullable Level said = sent.level();
        Level level = said == null ? before.level() : said;
        long stamp = sent.dated() ? sent.stamp() : next(before);
        boolean published = Boolean.TRUE.equals(sent.published());
        boolean moved = !level.equals(before.level()) || handling != before.handling();
        return new StoredEvent(
                before.number(),
                before.collection(),
                before.uuid(),
                before.code(),
                before.body(),
                sender.name(),
                sent.orgc().orElse(before.orgc()),
                sent.info(),
                sent.day(),
                stamp,
                published ? clock.instant().getEpochSecond() : before.publishStamp(),
                published,
                level,
                before.groupNumber(),
                before.groupContent(),
                handling,
                tags,
                content.toString(),
                sent.unknown(),
                before.attributes(),
                moved ? stamp : before.marked(),
                clock.instant(),
                before.shelved(),
                List.of());
    }

    private long next(StoredEvent before) {
        return Math.max(clock.instant().getEpochSecond(), before.stamp() + 1);
    }

    /** Rewrites what is newer, and all of it when the event was marked or distributed anew. */
    private void change(StoredEvent event, MispEvent sent, boolean moved) {
        Set<Long> number = Set.of(event.number());
        Map<UUID, MispObject> objects = new HashMap<>();
        if (moved) {
            attributes.objects(number).forEach(one -> objects.put(one.uuid(), reread(one)));
        }
        sent.objects().forEach(one -> objects.put(one.uuid(), one));
        Map<UUID, Level> levels = place(event, List.copyOf(objects.values()));
        Map<UUID, Kept> there = new HashMap<>();
        (moved
                        ? attributes.of(number)
                        : attributes.some(
                                event.number(),
                                sent.attributes().stream().map(MispAttribute::uuid).toList()))
                .forEach(one -> there.put(one.uuid(), one));
        List<MispAttribute> fresh = new ArrayList<>();
        for (MispAttribute one : sent.attributes()) {
            @Nullable Kept kept = there.get(one.uuid());
            if (kept == null || !one.dated() || one.stamp() > kept.stamp()) {
                fresh.add(one);
                there.remove(one.uuid());
            }
        }
        List<UUID> gone = new ArrayList<>(fresh.stream().map(MispAttribute::uuid).toList());
        if (moved) {
            gone.addAll(there.keySet());
            there.values().forEach(one -> fresh.add(reread(one)));
        }
        attributes.remove(event.number(), gone);
        attributes.insert(event, placed(event, levels, fresh));
    }

    private static MispObject reread(MispAttributeStore.KeptObject kept) {
        ObjectNode content = MispJson.object(kept.content());
        return new MispObject(
                kept.uuid(), content.path("name").asString("?"), own(content), content);
    }

    /** What a part says itself of its distribution. */
    private static Level own(ObjectNode content) {
        int distribution = content.path("distribution").asInt(Level.INHERIT);
        if (distribution != Level.GROUP) {
            return new Level(distribution, null);
        }
        return Flaws.uuid(content.path("SharingGroup").path("uuid").asString(""))
                .map(group -> new Level(Level.GROUP, group))
                .orElse(Level.NOBODY_ELSE);
    }

    private MispAttribute reread(Kept kept) {
        ObjectNode content = MispJson.object(kept.content());
        MispAttribute read = reader().attributes(content).getFirst();
        return new MispAttribute(
                kept.uuid(),
                kept.object(),
                read.type(),
                read.category(),
                read.value(),
                read.toIds(),
                kept.deleted(),
                kept.stamp(),
                true,
                own(content),
                read.tags(),
                content,
                read.unknown());
    }

    /** Adds attributes to an event, or changes those that are there. */
    @Transactional
    Outcome addTo(
            Sender sender, ThreatCollection into, StoredEvent event, List<MispAttribute> more) {
        return edit(sender, into, bare(event, event.content(), more, false));
    }

    /** The event as its sender would send it to change only that. */
    private static MispEvent bare(
            StoredEvent event, String content, List<MispAttribute> more, boolean published) {
        return new MispEvent(
                event.uuid(),
                Optional.of(event.orgc()),
                event.info(),
                event.day(),
                event.stamp(),
                false,
                published,
                event.level(),
                event.tags(),
                MispJson.object(content),
                event.unknown(),
                more,
                List.of(),
                Map.of());
    }

    /** Says that an event is ready to be read by other communities, or no longer. */
    @Transactional
    Outcome publish(Sender sender, ThreatCollection into, StoredEvent event, boolean published) {
        return edit(sender, into, bare(event, event.content(), List.of(), published));
    }

    /** Puts other tags onto an event. */
    @Transactional
    Outcome retag(Sender sender, ThreatCollection into, StoredEvent event, ObjectNode content) {
        return edit(sender, into, bare(event, content.toString(), List.of(), event.published()));
    }

    /** Of events that somebody would push, those that would be taken as new or newer. */
    @Transactional(readOnly = true)
    List<String> wanted(Sender sender, UUID collection, JsonNode offered) {
        Map<UUID, Long> stamps = new LinkedHashMap<>();
        Flaws flaws = new Flaws();
        for (JsonNode one : offered) {
            JsonNode event = MispJson.inside(one, "Event");
            Optional<UUID> uuid = Flaws.uuid(event.path("uuid").asString(""));
            if (uuid.isPresent() && stamps.size() < OFFERED_MAX) {
                stamps.put(uuid.get(), flaws.stamp(event, "timestamp", "").orElse(0L));
            }
        }
        events.versions(collection, stamps.keySet())
                .forEach((uuid, known) -> {
                    boolean own = known.code().equals(sender.code());
                    if (!own || known.stamp() >= stamps.getOrDefault(uuid, 0L)) {
                        stamps.remove(uuid);
                    }
                });
        return stamps.keySet().stream().map(UUID::toString).toList();
    }

    private StoredEvent numbered(StoredEvent one, long number) {
        return events.all(List.of(number)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("event " + one.uuid() + " is lost"));
    }

    private void record(MispAct act, StoredEvent event) {
        audit.record(
                act,
                AuditSubject.of("misp-event", event.uuid()),
                Map.of(
                        "collection", event.collection().toString(),
                        "attributes", String.valueOf(event.attributes()),
                        "handling", event.handling().label()));
    }
}
