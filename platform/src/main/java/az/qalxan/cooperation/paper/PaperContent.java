package az.qalxan.cooperation.paper;

import az.qalxan.web.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The structured data inside a paper: the schema's name with its version, the kind, the form. */
final class PaperContent {

    /** The version that is written; a change of any form is a new one. */
    static final String SCHEMA = "qalxan-paper/1";

    static final String FILE_NAME = "qalxan-paper.json";
    static final int BYTES_MAX = 1_000_000;

    private static final int NESTING_MAX = 12;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(NESTING_MAX)
                                                    .maxDocumentLength(BYTES_MAX)
                                                    .maxNumberLength(20)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private PaperContent() {}

    static byte[] write(PaperKind kind, PaperForm form) {
        ObjectNode paper = JSON.createObjectNode();
        paper.put("schema", SCHEMA);
        paper.put("kind", kind.code());
        paper.set("form", RecordJson.write((Record) form));
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(paper)
                .getBytes(StandardCharsets.UTF_8);
    }

    static RecordJson.Found<PaperForm> read(byte[] data) {
        if (data.length > BYTES_MAX) {
            return refused(Flaws.at("", "bytes", data.length, BYTES_MAX));
        }
        JsonNode paper;
        try {
            paper = JSON.readTree(data);
        } catch (JacksonException e) {
            return refused(
                    Flaws.at(
                            "",
                            "json",
                            e.getLocation() == null ? "" : e.getLocation().getLineNr(),
                            e.getLocation() == null ? "" : e.getLocation().getColumnNr()));
        }
        String schema = text(paper, "schema");
        if (!schema.equals(SCHEMA)) {
            return refused(Flaws.at("/schema", "schema", schema, SCHEMA));
        }
        String kind = text(paper, "kind");
        @Nullable JsonNode form = paper.get("form");
        Optional<PaperKind> known = PaperKind.of(kind);
        if (known.isEmpty()) {
            return refused(Flaws.at("/kind", "choice", kind));
        }
        if (form == null || paper.size() != 3) {
            return refused(Flaws.at("/form", "missing"));
        }
        return form(form, known.get());
    }

    private static RecordJson.Found<PaperForm> form(JsonNode form, PaperKind kind) {
        RecordJson.Found<? extends Record> found =
                RecordJson.read(form, kind.form().asSubclass(Record.class), "/form");
        return new RecordJson.Found<>(
                found.value().map(PaperForm.class::cast), List.copyOf(found.flaws()));
    }

    private static String text(JsonNode paper, String name) {
        @Nullable JsonNode value = paper.get(name);
        if (value == null || !value.isString()) {
            return "";
        }
        String text = value.stringValue();
        return text.substring(0, Math.min(text.length(), 40));
    }

    private static RecordJson.Found<PaperForm> refused(Violation flaw) {
        return new RecordJson.Found<>(Optional.empty(), List.of(flaw));
    }
}
