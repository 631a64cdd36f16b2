package az.qalxan.directory.contact;

import az.qalxan.directory.contact.ContactFacts.Key;
import az.qalxan.directory.contact.ContactFacts.KeyUse;
import az.qalxan.directory.contact.ContactFacts.Network;
import az.qalxan.directory.contact.ContactFacts.OfficeHours;
import az.qalxan.directory.contact.ContactFacts.Reach;
import az.qalxan.directory.contact.ContactFacts.Way;
import az.qalxan.jurisdiction.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts of a point of contact as they are stored, exported and written in packs. */
final class ContactJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ContactJson() {}

    static String write(ContactFacts facts) {
        return JSON.writeValueAsString(tree(facts));
    }

    static ContactFacts read(String json) {
        return read(JSON.readTree(json));
    }

    static Map<String, Object> tree(ContactFacts facts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("state", facts.state());
        tree.put("name", words(facts.name()));
        tree.put("networks", facts.networks().stream().map(Network::code).toList());
        tree.put("languages", facts.languages());
        tree.put("zone", facts.zone().getId());
        @Nullable OfficeHours hours = facts.hours();
        if (hours != null) {
            tree.put(
                    "hours",
                    Map.of(
                            "days",
                            hours.days().stream().map(DayOfWeek::getValue).sorted().toList(),
                            "opens",
                            hours.opens().toString(),
                            "closes",
                            hours.closes().toString()));
        }
        tree.put(
                "channels",
                facts.channels().stream()
                        .map(one ->
                                Map.of(
                                        "kind", one.way().code(),
                                        "value", one.value(),
                                        "note", one.note()))
                        .toList());
        tree.put(
                "keys",
                facts.keys().stream()
                        .map(one ->
                                Map.of(
                                        "use", one.use().code(),
                                        "fingerprint", one.fingerprint(),
                                        "note", one.note()))
                        .toList());
        tree.put("note", words(facts.note()));
        tree.put("source", words(facts.source()));
        tree.put("status", facts.sourced() ? "verified" : "unverified");
        return tree;
    }

    private static Map<String, String> words(Words words) {
        return Map.of("az", words.az(), "en", words.en());
    }

    static ContactFacts read(JsonNode tree) {
        return new ContactFacts(
                text(tree, "state"),
                readWords(tree.required("name")),
                list(tree.path("networks"), one -> Network.of(one.asString()).orElseThrow()),
                list(tree.path("languages"), JsonNode::asString),
                ZoneId.of(text(tree, "zone")),
                hours(tree.path("hours")),
                list(
                        tree.path("channels"),
                        one ->
                                new Reach(
                                        Way.of(text(one, "kind")).orElseThrow(),
                                        text(one, "value"),
                                        text(one, "note"))),
                list(
                        tree.path("keys"),
                        one ->
                                new Key(
                                        KeyUse.of(text(one, "use")).orElseThrow(),
                                        text(one, "fingerprint"),
                                        text(one, "note"))),
                readWords(tree.required("note")),
                readWords(tree.required("source")),
                text(tree, "status").equals("verified"));
    }

    private static @Nullable OfficeHours hours(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        node.path("days").forEach(day -> days.add(DayOfWeek.of(day.asInt())));
        return new OfficeHours(
                days, LocalTime.parse(text(node, "opens")), LocalTime.parse(text(node, "closes")));
    }

    private static Words readWords(JsonNode node) {
        return new Words(text(node, "az"), text(node, "en"));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> entry) {
        List<T> entries = new ArrayList<>();
        array.forEach(one -> entries.add(entry.apply(one)));
        return entries;
    }
}
