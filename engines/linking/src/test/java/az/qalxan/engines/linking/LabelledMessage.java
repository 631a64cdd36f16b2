package az.qalxan.engines.linking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A message of the labelled set with the identifiers that a reader marks in it. */
@NullMarked
record LabelledMessage(String id, String text, List<Identifier> labels) {

    static List<LabelledMessage> all() {
        return Stream.of("dev", "held-out").flatMap(part -> part(part).stream()).toList();
    }

    static List<LabelledMessage> part(String name) {
        String path = "/extraction/" + name + ".jsonl";
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream in =
                Objects.requireNonNull(LabelledMessage.class.getResourceAsStream(path), path)) {
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines().map(line -> message(mapper.readTree(line))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LabelledMessage message(JsonNode node) {
        List<Identifier> labels = new ArrayList<>();
        for (JsonNode label : node.get("labels")) {
            labels.add(
                    new Identifier(
                            kind(label.get("kind").asString()),
                            label.get("scheme").asString(),
                            label.get("value").asString(),
                            label.get("start").asInt(),
                            label.get("end").asInt()));
        }
        return new LabelledMessage(
                node.get("id").asString(), node.get("text").asString(), List.copyOf(labels));
    }

    private static IdentifierKind kind(String code) {
        return Stream.of(IdentifierKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
