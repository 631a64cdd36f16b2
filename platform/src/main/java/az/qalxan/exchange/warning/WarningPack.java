package az.qalxan.exchange.warning;

import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the pack says about warnings: events, sectors, times. */
@Component
class WarningPack {

    private final Map<String, Words> events = new LinkedHashMap<>();
    private final Map<String, Sector> sectors = new LinkedHashMap<>();
    private final Map<String, Integer> acknowledge = new LinkedHashMap<>();
    private final Duration second;

    WarningPack(Jurisdiction jurisdiction) {
        JsonNode file = read("/packs/" + jurisdiction.code() + "/warnings.yaml");
        file.required("events")
                .forEach(one -> events.put(one.required("code").asString(), words(one)));
        for (JsonNode one : file.required("sectors")) {
            String code = one.required("code").asString();
            sectors.put(
                    code,
                    new Sector(
                            code,
                            words(one.required("name")),
                            texts(one.required("kinds")).stream()
                                    .map(kind -> OrganisationKind.of(kind).orElseThrow())
                                    .toList(),
                            texts(one.required("bodies"))));
        }
        file.required("acknowledge")
                .properties()
                .forEach(one -> acknowledge.put(one.getKey(), one.getValue().asInt()));
        second = Duration.ofMinutes(file.required("second_minutes").asInt());
    }

    /** Organisations that are warned together. */
    record Sector(String code, Words name, List<OrganisationKind> kinds, List<String> bodies) {

        Sector {
            kinds = List.copyOf(kinds);
            bodies = List.copyOf(bodies);
        }

        boolean has(Organisation one) {
            return bodies.contains(one.code().value())
                    || one.kinds().stream().anyMatch(kinds::contains);
        }
    }

    /** What a warning can be about, by code. */
    Map<String, Words> events() {
        return java.util.Collections.unmodifiableMap(events);
    }

    Words event(String code) {
        return events.getOrDefault(code, new Words(code, code));
    }

    Map<String, Sector> sectors() {
        return java.util.Collections.unmodifiableMap(sectors);
    }

    List<String> severities() {
        return List.copyOf(acknowledge.keySet());
    }

    /** Within how many minutes a warning of that severity should be acknowledged. */
    int ackMinutes(String severity) {
        return Objects.requireNonNull(acknowledge.get(severity), severity);
    }

    /** Within which somebody else looks at what went out by the fast lane. */
    Duration second() {
        return second;
    }

    private static Words words(JsonNode one) {
        return new Words(one.required("az").asString(), one.required("en").asString());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static JsonNode read(String path) {
        try (InputStream in =
                Objects.requireNonNull(WarningPack.class.getResourceAsStream(path), path)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
