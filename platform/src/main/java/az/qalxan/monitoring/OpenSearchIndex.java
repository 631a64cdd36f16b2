package az.qalxan.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.opensearch.client.Request;
import org.opensearch.client.Response;
import org.opensearch.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events in OpenSearch, an index for each day (UTC) of taking. An event's text is kept in small
 * letters of its UTF-8 reading, so that a search finds Ə by ə; its bytes stay in the database.
 */
final class OpenSearchIndex implements SearchIndex, AutoCloseable {

    private static final String PREFIX = "qalxan-events-";
    private static final int PUT_BYTES_MAX = 4 << 20;

    /** Longer words than Lucene takes are in the text alone. */
    private static final int KEY_CHARS_MAX = 8_000;

    /** A page of an answer; OpenSearch gives 10,000 at most. */
    private static final int FOUND_MAX = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestClient client;
    private volatile boolean prepared;

    OpenSearchIndex(RestClient client) {
        this.client = client;
    }

    @Override
    public void put(List<Entry> entries) throws IOException {
        prepare();
        StringBuilder lines = new StringBuilder();
        for (Entry entry : entries) {
            lines.append(JSON.writeValueAsString(Map.of("index", place(entry.id()))))
                    .append('\n')
                    .append(JSON.writeValueAsString(fields(entry)))
                    .append('\n');
            if (lines.length() > PUT_BYTES_MAX) {
                send(lines);
            }
        }
        send(lines);
    }

    /** Templates are the same each time: a cluster that lost them gets them with the next start. */
    private void prepare() throws IOException {
        if (prepared) {
            return;
        }
        Map<String, Object> fields = new TreeMap<>();
        for (String word : List.of("id", "source", "body", "keys")) {
            fields.put(word, Map.of("type", "keyword", "ignore_above", KEY_CHARS_MAX));
        }
        fields.put("handling", Map.of("type", "byte"));
        // Values of documents end at 32 kB, events do not: verified on the document instead.
        fields.put("text", Map.of("type", "wildcard", "doc_values", false));
        ask(
                "PUT",
                "/_index_template/qalxan-events",
                Map.of(
                        "index_patterns",
                        List.of(PREFIX + "*"),
                        "template",
                        Map.of("mappings", Map.of("dynamic", "strict", "properties", fields))));
        prepared = true;
    }

    private static Map<String, String> place(UUID id) {
        LocalDate day = LocalDate.ofInstant(EventIds.moment(id), ZoneOffset.UTC);
        return Map.of("_index", PREFIX + day, "_id", id.toString());
    }

    private static Map<String, Object> fields(Entry entry) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("id", entry.id().toString());
        fields.put("source", entry.source().toString());
        fields.put("body", entry.body());
        fields.put("handling", entry.handling());
        fields.put("keys", entry.keys());
        fields.put("text", folded(new String(entry.raw(), StandardCharsets.UTF_8)));
        return fields;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void send(StringBuilder lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", "errors,items.*.error");
        // What is said to be indexed is found from then on.
        request.addParameter("refresh", "wait_for");
        request.setJsonEntity(lines.toString());
        lines.setLength(0);
        JsonNode answer = ask(request);
        if (answer.path("errors").asBoolean()) {
            throw new Refused("events are refused: " + cut(answer.toString()));
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 500));
    }

    @Override
    public List<UUID> find(EventArchive.Query query, Reader reader, int most) throws IOException {
        Map<String, Object> asked = new TreeMap<>();
        asked.put("size", Math.min(most, FOUND_MAX));
        asked.put("query", Map.of("bool", Map.of("filter", filters(query, reader))));
        asked.put("sort", List.of(Map.of("id", "desc")));
        asked.put("_source", false);
        asked.put("track_total_hits", false);
        return ids(asked);
    }

    private List<UUID> ids(Map<String, Object> asked) throws IOException {
        JsonNode answer =
                ask("POST", "/" + PREFIX + "*/_search?filter_path=hits.hits._id,_shards", asked);
        if (answer.path("_shards").path("failed").asInt() > 0) {
            throw new IOException("a part of the index did not answer");
        }
        List<UUID> found = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            found.add(UUID.fromString(hit.path("_id").asString()));
        }
        return found;
    }

    private static List<Object> filters(EventArchive.Query query, Reader reader) {
        List<Object> all = new ArrayList<>();
        UUID before = query.before();
        UUID end = EventIds.least(query.until());
        all.add(range("gte", EventIds.least(query.taken()).toString()));
        all.add(
                range(
                        "lt",
                        before == null || before.compareTo(end) > 0
                                ? end.toString()
                                : before.toString()));
        all.add(readable(reader));
        if (!query.body().isEmpty()) {
            all.add(term("body", query.body()));
        }
        UUID source = query.source();
        if (source != null) {
            all.add(term("source", source.toString()));
        }
        if (!query.keys().isEmpty()) {
            all.add(Map.of("terms", Map.of("keys", query.keys())));
        }
        if (!query.words().isEmpty()) {
            all.add(Map.of("wildcard", Map.of("text", Map.of("value", holding(query.words())))));
        }
        return all;
    }

    private static Object readable(Reader reader) {
        return Map.of(
                "bool",
                Map.of(
                        "should",
                        List.of(
                                atMost(reader.any()),
                                Map.of(
                                        "bool",
                                        Map.of(
                                                "filter",
                                                List.of(
                                                        term("body", reader.body()),
                                                        atMost(reader.own())))))));
    }

    private static Object atMost(int handling) {
        return Map.of("range", Map.of("handling", Map.of("lte", handling)));
    }

    private static Object term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    /** Matches whatever holds these words, each of their signs for itself. */
    private static String holding(String words) {
        StringBuilder pattern = new StringBuilder("*");
        for (char sign : folded(words).toCharArray()) {
            if (sign == '*' || sign == '?' || sign == '\\') {
                pattern.append('\\');
            }
            pattern.append(sign);
        }
        return pattern.append('*').toString();
    }

    /** Finds and deletes in turn: deleting by a query is a part that not every cluster has. */
    @Override
    public void forget(UUID source, Instant before) throws IOException {
        Map<String, Object> asked = new TreeMap<>();
        asked.put("size", FOUND_MAX);
        asked.put("_source", false);
        asked.put(
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(
                                        term("source", source.toString()),
                                        range("lt", EventIds.least(before).toString())))));
        List<UUID> over = ids(asked);
        while (!over.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            for (UUID id : over) {
                lines.append(JSON.writeValueAsString(Map.of("delete", place(id)))).append('\n');
            }
            send(lines);
            over = ids(asked);
        }
    }

    private static Object range(String bound, String id) {
        return Map.of("range", Map.of("id", Map.of(bound, id)));
    }

    @Override
    public void dropEmptyDays(Instant now) throws IOException {
        String today = PREFIX + LocalDate.ofInstant(now, ZoneOffset.UTC);
        Request request = new Request("GET", "/_cat/indices/" + PREFIX + "*");
        request.addParameter("format", "json");
        request.addParameter("h", "index,docs.count");
        for (JsonNode one : ask(request)) {
            String name = one.path("index").asString();
            if (one.path("docs.count").asString().equals("0") && name.compareTo(today) < 0) {
                ask(new Request("DELETE", "/" + name));
            }
        }
    }

    private JsonNode ask(String method, String path, Object body) throws IOException {
        Request request = new Request(method, path);
        request.setJsonEntity(JSON.writeValueAsString(body));
        return ask(request);
    }

    private JsonNode ask(Request request) throws IOException {
        Response response = client.performRequest(request);
        try (InputStream in = response.getEntity().getContent()) {
            return JSON.readTree(in);
        } catch (JacksonException e) {
            throw new IOException("OpenSearch answered something that is no JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
