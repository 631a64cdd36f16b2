package az.qalxan.exchange.misp;

import az.qalxan.exchange.misp.MispEvent.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one event of MISP's core format; everything that is wrong is found, with its place. */
final class MispEventReader {

    /** Attributes of one event. */
    static final int ATTRIBUTES_MAX = 100_000;

    private static final int INFO_CHARS_MAX = 65_535;
    private static final int VALUE_CHARS_MAX = 1 << 20;
    private static final int NAME_CHARS_MAX = 255;
    private static final int TAGS_MAX = 200;

    private static final Set<String> APART =
            Set.of(
                    "uuid",
                    "timestamp",
                    "published",
                    "distribution",
                    "SharingGroup",
                    "Org",
                    "Orgc",
                    "Attribute",
                    "Object");
    private static final Set<String> APART_OF_OBJECT = Set.of("Attribute", "SharingGroup");
    private static final Set<String> APART_OF_ATTRIBUTE = Set.of("SharingGroup");

    private final long now;
    private final LongFunction<@Nullable UUID> groupByNumber;
    private final Flaws flaws = new Flaws();
    private final List<MispAttribute> attributes = new ArrayList<>();
    private final List<MispObject> objects = new ArrayList<>();
    private final Map<UUID, MispGroup> groups = new HashMap<>();
    private final Set<UUID> seen = new HashSet<>();

    /**
     * A reader of one event.
     *
     * @param groupByNumber finds a sharing group by the number that it has here
     */
    MispEventReader(Clock clock, LongFunction<@Nullable UUID> groupByNumber) {
        this.now = clock.instant().getEpochSecond();
        this.groupByNumber = groupByNumber;
    }

    /** What is wrong; read after reading. */
    List<String> flaws() {
        return flaws.found();
    }

    MispEvent event(JsonNode whole) {
        String at = whole.has("Event") ? "/Event" : "";
        JsonNode node = MispJson.inside(whole, "Event");
        UUID uuid = flaws.uuid(node, at);
        String info = flaws.text(node, "info", at, INFO_CHARS_MAX);
        Optional<Long> stamp = flaws.stamp(node, "timestamp", at);
        List<String> tags = tags(node, at);
        attributes(node.path("Attribute"), at + "/Attribute", null);
        objects(node.path("Object"), at + "/Object");
        @Nullable Level level = node.has("distribution") ? level(node, at, Level.COMMUNITY) : null;
        if (level != null && level.distribution() == Level.INHERIT) {
            flaws.add(at + "/distribution", "an event has a distribution of 0 to 4");
        }
        ObjectNode content = Members.without(node, APART);
        return new MispEvent(
                uuid,
                organisation(node, at),
                info,
                flaws.day(node, at)
                        .orElseGet(() ->
                                LocalDate.ofInstant(
                                        java.time.Instant.ofEpochSecond(now), ZoneOffset.UTC)),
                stamp.orElse(now),
                stamp.isPresent(),
                node.has("published") ? flaws.flag(node, "published", at, false) : null,
                level,
                tags,
                content,
                Members.unknownOfEvent(node),
                attributes,
                objects,
                groups);
    }

    /** Attributes alone, one or a list. */
    List<MispAttribute> attributes(JsonNode node) {
        JsonNode inside = MispJson.inside(node, "Attribute");
        attributes(
                inside.isArray() ? inside : MispJson.JSON.createArrayNode().add(inside), "", null);
        return List.copyOf(attributes);
    }

    Map<UUID, MispGroup> groups() {
        return groups;
    }

    private Optional<Organisation> organisation(JsonNode node, String at) {
        JsonNode said = node.path("Orgc").isObject() ? node.path("Orgc") : node.path("Org");
        if (!said.isObject()) {
            return Optional.empty();
        }
        Optional<UUID> uuid = Flaws.uuid(said.path("uuid").asString(""));
        if (uuid.isEmpty()) {
            flaws.add(at + "/Orgc/uuid", Flaws.shown(said.path("uuid")) + " is no UUID");
            return Optional.empty();
        }
        return Optional.of(
                new Organisation(
                        uuid.get(), flaws.text(said, "name", at + "/Orgc", NAME_CHARS_MAX)));
    }

    private List<String> tags(JsonNode node, String at) {
        List<String> tags = Tags.names(node);
        if (tags.size() > TAGS_MAX) {
            flaws.add(at + "/Tag", "more than " + TAGS_MAX + " tags");
        }
        Tags.unreadable(tags)
                .ifPresent(tag ->
                        flaws.add(
                                at + "/Tag",
                                "the marking "
                                        + tag
                                        + " is not known here, so nobody may be given it"));
        if (tags.stream().anyMatch(tag -> tag.length() > NAME_CHARS_MAX || tag.isBlank())) {
            flaws.add(at + "/Tag", "a tag has 1 to " + NAME_CHARS_MAX + " characters");
        }
        return tags;
    }

    private void attributes(JsonNode list, String at, @Nullable UUID object) {
        if (!list.isMissingNode() && !list.isArray()) {
            flaws.add(at, "a list was expected");
            return;
        }
        int index = 0;
        for (JsonNode one : list) {
            if (attributes.size() >= ATTRIBUTES_MAX) {
                flaws.add(at, "more than " + ATTRIBUTES_MAX + " attributes");
                return;
            }
            attributes.add(attribute(one, at + '/' + index++, object));
        }
    }

    private MispAttribute attribute(JsonNode node, String at, @Nullable UUID object) {
        UUID uuid = flaws.uuid(node, at);
        if (!seen.add(uuid)) {
            flaws.add(at + "/uuid", uuid + " is there twice");
        }
        String type = flaws.text(node, "type", at, NAME_CHARS_MAX);
        String value = flaws.text(node, "value", at, VALUE_CHARS_MAX);
        Optional<Long> stamp = flaws.stamp(node, "timestamp", at);
        Level own = level(node, at, Level.INHERIT);
        boolean toIds = flaws.flag(node, "to_ids", at, Usual.detects(type));
        boolean deleted = flaws.flag(node, "deleted", at, false);
        String category = node.path("category").asString(Usual.category(type));
        ObjectNode content = Members.without(node, APART_OF_ATTRIBUTE);
        content.put("uuid", uuid.toString());
        content.put("category", category);
        content.put("to_ids", toIds);
        content.put("deleted", deleted);
        content.put("distribution", String.valueOf(own.distribution()));
        content.put("timestamp", String.valueOf(stamp.orElse(now)));
        circle(content, own);
        return new MispAttribute(
                uuid,
                object,
                type,
                category.substring(0, Math.min(category.length(), NAME_CHARS_MAX)),
                value,
                toIds,
                deleted,
                stamp.orElse(now),
                stamp.isPresent(),
                own,
                tags(node, at),
                content,
                Members.unknownOfAttribute(node));
    }

    /** Names the part's own sharing group. */
    private static void circle(ObjectNode content, Level own) {
        @Nullable UUID group = own.group();
        if (group != null) {
            content.putObject("SharingGroup").put("uuid", group.toString());
        }
    }

    private void objects(JsonNode list, String at) {
        int index = 0;
        for (JsonNode one : list) {
            String place = at + '/' + index++;
            UUID uuid = flaws.uuid(one, place);
            if (!seen.add(uuid)) {
                flaws.add(place + "/uuid", uuid + " is there twice");
            }
            ObjectNode content = Members.without(one, APART_OF_OBJECT);
            content.put("uuid", uuid.toString());
            Level own = level(one, place, Level.INHERIT);
            content.put("distribution", String.valueOf(own.distribution()));
            circle(content, own);
            String name = flaws.text(one, "name", place, NAME_CHARS_MAX);
            objects.add(new MispObject(uuid, name, own, content));
            attributes(one.path("Attribute"), place + "/Attribute", uuid);
        }
    }

    private Level level(JsonNode node, String at, int otherwise) {
        JsonNode said = node.path("distribution");
        String text = said.isNumber() ? said.toString() : said.asString("");
        if (said.isMissingNode() || said.isNull() || text.isEmpty()) {
            return new Level(otherwise, null);
        }
        if (!text.matches("[0-5]")) {
            flaws.add(at + "/distribution", Flaws.shown(said) + " is none of 0 to 5");
            return Level.NOBODY_ELSE;
        }
        int distribution = text.charAt(0) - '0';
        if (distribution != Level.GROUP) {
            return new Level(distribution, null);
        }
        @Nullable UUID group = group(node, at);
        if (group == null) {
            flaws.add(at + "/SharingGroup", "distribution 4 names a sharing group");
            return Level.NOBODY_ELSE;
        }
        return new Level(Level.GROUP, group);
    }

    private @Nullable UUID group(JsonNode node, String at) {
        JsonNode said = node.path("SharingGroup");
        if (said.isObject()) {
            MispGroup group = Groups.read(said, at + "/SharingGroup", flaws);
            groups.put(group.uuid(), group);
            return group.uuid();
        }
        String number = node.path("sharing_group_id").asString("");
        return number.matches("[0-9]{1,18}") ? groupByNumber.apply(Long.parseLong(number)) : null;
    }
}
