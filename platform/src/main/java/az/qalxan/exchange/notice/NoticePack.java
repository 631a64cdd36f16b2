package az.qalxan.exchange.notice;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the pack says about notices: kinds of trouble, advice, times. */
@Component
class NoticePack {

    private final Taxonomy taxonomy;
    private final Times grave;
    private final Times usual;
    private final Duration gone;
    private final Duration link;
    private final ZoneId zone;

    NoticePack(Jurisdiction jurisdiction) {
        JsonNode file = read("/packs/" + jurisdiction.code() + "/notices.yaml");
        taxonomy = taxonomy(file);
        JsonNode times = file.required("times");
        grave = times(times.required("grave"));
        usual = times(times.required("usual"));
        gone = Duration.ofDays(times.required("gone_days").asInt());
        link = Duration.ofDays(times.required("link_days").asInt());
        zone = jurisdiction.zone();
    }

    /**
     * By when.
     *
     * @param acknowledge until an answer is expected
     * @param step until the next step when none came
     * @param repeat until the same is told again while it is still seen
     */
    record Times(Duration acknowledge, Duration step, Duration repeat) {}

    Taxonomy taxonomy() {
        return taxonomy;
    }

    Times times(boolean forGrave) {
        return forGrave ? grave : usual;
    }

    /** After which a concern that nobody sees counts as gone. */
    Duration gone() {
        return gone;
    }

    /** How long the link of a notice answers. */
    Duration link() {
        return link;
    }

    /** Where a day begins. */
    ZoneId zone() {
        return zone;
    }

    private static Taxonomy taxonomy(JsonNode file) {
        Map<String, Words> advice = new HashMap<>();
        file.required("advice")
                .properties()
                .forEach(one -> advice.put(one.getKey(), words(one.getValue())));
        List<Taxonomy.Type> types = new ArrayList<>();
        for (JsonNode one : file.required("types")) {
            types.add(
                    new Taxonomy.Type(
                            one.required("code").asString(),
                            one.required("group").asString(),
                            words(one),
                            one.required("grave").asBoolean(),
                            Objects.requireNonNull(advice.get(one.required("advice").asString()))));
        }
        Map<String, String> said = new HashMap<>();
        file.required("words")
                .properties()
                .forEach(one -> said.put(one.getKey(), one.getValue().asString()));
        return new Taxonomy(types, said);
    }

    private static Words words(JsonNode one) {
        return new Words(one.required("az").asString(), one.required("en").asString());
    }

    private static Times times(JsonNode one) {
        return new Times(
                Duration.ofHours(one.required("acknowledge_hours").asInt()),
                Duration.ofHours(one.required("step_hours").asInt()),
                Duration.ofDays(one.required("repeat_days").asInt()));
    }

    private static JsonNode read(String path) {
        try (InputStream in =
                Objects.requireNonNull(NoticePack.class.getResourceAsStream(path), path)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
