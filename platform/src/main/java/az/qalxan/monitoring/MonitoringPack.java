package az.qalxan.monitoring;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the pack says about monitoring. */
@Component
public class MonitoringPack {

    private final List<Sector> sectors = new ArrayList<>();
    private final Usual usual;

    MonitoringPack(Jurisdiction jurisdiction) {
        JsonNode file = read("/packs/" + jurisdiction.code() + "/monitoring.yaml");
        file.required("sectors").forEach(one -> sectors.add(sector(one)));
        JsonNode numbers = file.required("usual");
        usual =
                new Usual(
                        numbers.required("retention_days").asInt(),
                        numbers.required("silence_minutes").asInt(),
                        numbers.required("budget").asInt(),
                        numbers.required("back_test_days").asInt());
    }

    /** What a source belongs to. */
    record Sector(String code, Words name) {}

    /** The numbers that hold until somebody says otherwise. */
    record Usual(int retentionDays, int silenceMinutes, int budget, int backTestDays) {}

    List<Sector> sectors() {
        return List.copyOf(sectors);
    }

    List<String> codes() {
        return sectors.stream().map(Sector::code).toList();
    }

    /** The sector's name; its code where the pack does not know it any more. */
    public String sector(String code, String language) {
        return sectors.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.name().in(language))
                .orElse(code);
    }

    Usual usual() {
        return usual;
    }

    private static Sector sector(JsonNode one) {
        JsonNode name = one.required("name");
        return new Sector(
                one.required("code").asString(),
                new Words(name.required("az").asString(), name.required("en").asString()));
    }

    private static JsonNode read(String path) {
        try (InputStream in =
                Objects.requireNonNull(MonitoringPack.class.getResourceAsStream(path), path)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
