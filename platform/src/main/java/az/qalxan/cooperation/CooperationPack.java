package az.qalxan.cooperation;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the country's pack says about its 24/7 point. */
@Component
final class CooperationPack {

    private final String state;
    private final String point;
    private final Map<String, String> owners;
    private final Map<String, ZoneId> zones;
    private final DutyRules rules;

    CooperationPack(Jurisdiction jurisdiction) {
        this.state = jurisdiction.code().toUpperCase(Locale.ROOT);
        JsonNode file = read("packs/" + jurisdiction.code() + "/cooperation.yaml");
        this.point = file.required("point").asString();
        Map<String, String> others = new LinkedHashMap<>();
        file.required("owners")
                .properties()
                .forEach(one -> others.put(one.getKey(), one.getValue().asString()));
        this.owners = Map.copyOf(others);
        Map<String, ZoneId> known = new LinkedHashMap<>();
        file.required("zones")
                .properties()
                .forEach(one -> known.put(one.getKey(), ZoneId.of(one.getValue().asString())));
        this.zones = java.util.Collections.unmodifiableMap(known);
        JsonNode times = file.required("times");
        List<Ladder> ladders = new ArrayList<>();
        file.required("ladders").forEach(one -> ladders.add(ladder(one)));
        this.rules = DutyRules.of(jurisdiction.zone(), name -> time(times, name), ladders);
    }

    /** The state whose pack it is, ISO 3166-1 alpha-2. */
    String state() {
        return state;
    }

    DutyRules rules() {
        return rules;
    }

    ZoneId zone() {
        return rules.zone();
    }

    /** Code of the body that runs requests of that kind. */
    String owner(String kind) {
        return owners.getOrDefault(kind, point);
    }

    /** Where the authorities of a state sit, as far as the form offers it. */
    Map<String, ZoneId> zones() {
        return zones;
    }

    private static Span time(JsonNode times, String name) {
        boolean urgent = name.endsWith("!");
        JsonNode entry = times.required(urgent ? name.substring(0, name.length() - 1) : name);
        JsonNode value = entry.isObject() ? entry.required(urgent ? "urgent" : "within") : entry;
        return Span.parseOrNone(value.asString());
    }

    private static Ladder ladder(JsonNode one) {
        List<Ladder.Step> steps = new ArrayList<>();
        one.required("steps")
                .forEach(step ->
                        steps.add(
                                new Ladder.Step(
                                        step.required("to").asString(),
                                        step.required("from").asString(),
                                        Span.parseOrNone(step.required("wait").asString()))));
        return new Ladder(one.required("code").asString(), steps);
    }

    private static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + name, e);
        }
    }
}
