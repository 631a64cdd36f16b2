package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads published results from foreign text, CSV or YAML, and says everything that is wrong with
 * where it stands: the line of a CSV file, the path in a YAML file.
 */
final class ResultReading {

    static final int CHARS_MAX = 262_144;
    private static final int LINES_MAX = 5_000;
    private static final int FLAWS_MAX = 100;
    private static final List<String> COLUMNS =
            List.of("ranking", "edition", "published", "line", "value", "source");

    /** What was read. */
    sealed interface Read {

        /** Every result, checked. */
        record Fine(List<Published> results) implements Read {

            public Fine {
                results = List.copyOf(results);
            }
        }

        /** Nothing is taken. */
        record Wrong(List<Violation> flaws) implements Read {

            public Wrong {
                flaws = List.copyOf(flaws);
            }
        }
    }

    private final ResultCheck check;
    private final List<Violation> flaws = new ArrayList<>();
    private final Map<Published.Key, ResultDraft> drafts = new LinkedHashMap<>();

    private ResultReading(ResultCheck check) {
        this.check = check;
    }

    /** Reads a text; a CSV file begins with the names of its columns. */
    static Read read(String text, ResultCheck check) {
        if (text.isBlank()) {
            return wrong("text", "ranking.import.empty");
        }
        if (text.length() > CHARS_MAX) {
            return wrong("text", "ranking.import.too-long", text.length(), CHARS_MAX);
        }
        ResultReading reading = new ResultReading(check);
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (bare.stripLeading().startsWith("ranking,")) {
            reading.csv(bare.strip());
        } else {
            reading.yaml(bare);
        }
        return reading.read();
    }

    private static Read wrong(String location, String key, Object... arguments) {
        return new Read.Wrong(List.of(Violation.at(location, key, arguments)));
    }

    private Read read() {
        List<Published> results = new ArrayList<>();
        for (ResultDraft draft : drafts.values()) {
            results.add(draft.published());
            flaws.addAll(check.of(draft));
        }
        if (flaws.isEmpty() && results.isEmpty()) {
            flaws.add(Violation.at("text", "ranking.import.empty"));
        }
        return flaws.isEmpty()
                ? new Read.Fine(results)
                : new Read.Wrong(flaws.stream().limit(FLAWS_MAX).toList());
    }

    private void csv(String text) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (String column : COLUMNS.subList(0, 5)) {
                if (!parser.getHeaderNames().contains(column)) {
                    flaws.add(Violation.at("1", "ranking.import.no-column", column));
                }
            }
            if (flaws.isEmpty()) {
                lines(parser);
            }
        } catch (CSVException | IllegalArgumentException | java.io.UncheckedIOException e) {
            flaws.add(Violation.at("text", "ranking.import.no-csv"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private void lines(CSVParser parser) {
        for (CSVRecord line : parser) {
            long number = parser.getCurrentLineNumber();
            if (line.getRecordNumber() > LINES_MAX) {
                flaws.add(Violation.at(at(number), "ranking.import.too-many", LINES_MAX));
                return;
            }
            if (!line.isConsistent()) {
                flaws.add(Violation.at(at(number), "ranking.import.torn", line.size()));
                continue;
            }
            line(line, at(number));
        }
    }

    private static String at(long line) {
        return String.valueOf(line);
    }

    private void line(CSVRecord line, String at) {
        @Nullable LocalDate on = day(line.get("published").strip(), at);
        if (on == null) {
            return;
        }
        ResultDraft draft = draft(line.get("ranking"), line.get("edition"), on, at);
        String source = line.isMapped("source") ? line.get("source").strip() : "";
        if (!source.isEmpty()) {
            draft.source(source);
        }
        draft.put(line.get("line").strip(), line.get("value").strip(), at, flaws);
    }

    private ResultDraft draft(String ranking, String edition, LocalDate on, String at) {
        return drafts.computeIfAbsent(
                new Published.Key(ranking.strip(), edition.strip(), on),
                key -> new ResultDraft(key, at));
    }

    private @Nullable LocalDate day(String text, String at) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            flaws.add(Violation.at(at, "ranking.import.no-day", text));
            return null;
        }
    }

    private void yaml(String text) {
        JsonNode file;
        try {
            file = new YAMLMapper().readTree(text);
        } catch (JacksonException e) {
            flaws.add(
                    Violation.at(
                            at(e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                            "ranking.import.no-yaml"));
            return;
        }
        JsonNode results = file.path("results");
        if (!results.isArray()) {
            flaws.add(Violation.at("results", "ranking.import.no-list"));
            return;
        }
        if (results.size() > LINES_MAX) {
            flaws.add(Violation.at("results", "ranking.import.too-many", LINES_MAX));
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            entry(results.get(i), "results[" + i + "]");
        }
    }

    private void entry(JsonNode one, String at) {
        @Nullable LocalDate on = day(one.path("published").asString(""), at + ".published");
        if (on == null) {
            return;
        }
        ResultDraft draft =
                draft(one.path("ranking").asString(""), one.path("edition").asString(""), on, at);
        draft.yearOnly(one.path("year_only").asBoolean(false));
        draft.source(source(one.path("source")));
        for (String field : List.of("score", "rank", "countries", "level")) {
            if (one.has(field)) {
                draft.put(field, one.path(field).asString(""), at + "." + field, flaws);
            }
        }
        one.path("groups")
                .properties()
                .forEach(each ->
                        draft.put(
                                "group:" + each.getKey(),
                                each.getValue().asString(""),
                                at + ".groups." + each.getKey(),
                                flaws));
        one.path("questions")
                .properties()
                .forEach(each ->
                        draft.put(
                                "question:" + each.getKey(),
                                each.getValue().asString(""),
                                at + ".questions." + each.getKey(),
                                flaws));
    }

    private static String source(JsonNode node) {
        return node.isObject() ? node.path("az").asString("") : node.asString("");
    }

    static Words words(String text) {
        return new Words(text, text);
    }
}
