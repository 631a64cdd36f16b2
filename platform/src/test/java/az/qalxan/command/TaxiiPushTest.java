package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sending to a server that settles later, takes little at once, refuses some, and breaks off. */
class TaxiiPushTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir Path folder;

    private final List<String> taken = new ArrayList<>();
    private final List<Integer> envelopes = new ArrayList<>();
    private HttpServer server;
    private int most = 1_000;
    private int failsAfter = Integer.MAX_VALUE;
    private boolean settlesLater;
    private String status = "{}";

    TaxiiPushTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void begin() {
        server.createContext("/root/collections/c/objects/", this::add);
        server.createContext("/root/status/s/", exchange -> answer(exchange, 200, status));
        server.createContext("/source/collections/c/objects/", this::source);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-TAXII-Date-Added-Last", "2026-01-01T00:00:00.000001Z");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Refuses what is called bad. */
    private void add(HttpExchange exchange) throws IOException {
        JsonNode objects = JSON.readTree(exchange.getRequestBody().readAllBytes()).path("objects");
        if (objects.size() > most) {
            answer(exchange, 413, "{\"title\":\"too large\"}");
            return;
        }
        if (envelopes.size() >= failsAfter) {
            answer(exchange, 400, "{\"title\":\"broken\"}");
            return;
        }
        envelopes.add(objects.size());
        ObjectNode said = JSON.createObjectNode();
        said.put("id", "s").put("status", "complete").put("request_timestamp", "now");
        int failed = 0;
        for (JsonNode one : objects) {
            String id = one.path("id").asString("");
            if (id.contains("bad")) {
                failed++;
                said.withArray("failures")
                        .addObject()
                        .put("id", id)
                        .put("version", one.path("modified").asString(""))
                        .put("message", "/pattern: wrong");
            } else {
                taken.add(id);
            }
        }
        said.put("success_count", objects.size() - failed).put("failure_count", failed);
        status = said.toString();
        answer(exchange, 202, settlesLater ? "{\"id\":\"s\",\"status\":\"pending\"}" : status);
    }

    private void source(HttpExchange exchange) throws IOException {
        boolean later = exchange.getRequestURI().toString().contains("added_after");
        answer(
                exchange,
                200,
                later ? "{}" : "{\"objects\":[" + line("x--1") + "," + line("x--2") + "]}");
    }

    private static String line(String id) {
        return "{\"id\":\"%s\",\"modified\":\"m\"}".formatted(id);
    }

    private TaxiiLine.Said push(String... more) {
        List<String> words = new ArrayList<>(List.of("push"));
        words.addAll(List.of(more));
        words.addAll(List.of("--collection", address("root")));
        return TaxiiLine.run(words);
    }

    private String address(String root) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + root + "/collections/c/";
    }

    private String file(String... ids) throws IOException {
        Path file = folder.resolve("objects.ndjson");
        Files.write(file, List.of(ids).stream().map(TaxiiPushTest::line).toList());
        return file.toString();
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(n -> "x--" + n).toArray(String[]::new);
    }

    @Test
    void refusedObjectsAreNamedAndEveryObjectGetsItsReceipt() throws Exception {
        Path receipts = folder.resolve("receipts");
        TaxiiLine.Said said =
                push(file("x--1", "x--bad", "x--2"), "--receipts", receipts.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("x--bad: /pattern: wrong");
        assertThat(said.error()).contains("2 objects taken, 1 refused");
        List<JsonNode> lines = Files.readAllLines(receipts).stream().map(JSON::readTree).toList();
        assertThat(lines)
                .extracting(one -> one.path("taken").asBoolean())
                .containsExactly(true, false, true);
        assertThat(lines.get(1).path("message").asString("")).isEqualTo("/pattern: wrong");
        assertThat(lines).allMatch(one -> one.path("status").asString("").equals("s"));
    }

    @Test
    void whatIsSettledLaterIsWaitedFor() throws Exception {
        settlesLater = true;
        TaxiiLine.Said said = push(file("x--1", "x--bad"));
        assertThat(said.error()).contains("1 objects taken, 1 refused");
    }

    @Test
    void anEnvelopeThatIsTooLargeIsSentInParts() throws Exception {
        most = 3;
        assertThat(push(file(numbered(10))).code()).isZero();
        assertThat(taken).containsExactly(numbered(10));
        assertThat(envelopes).allMatch(size -> size <= 3);
    }

    @Test
    void aBreakIsResumedAfterWhatWasSettled() throws Exception {
        String file = file(numbered(10));
        String state = folder.resolve("state").toString();
        failsAfter = 2;
        assertThat(push(file, "--envelope", "3", "--state", state).code()).isEqualTo(1);
        failsAfter = Integer.MAX_VALUE;
        assertThat(push(file, "--envelope", "3", "--state", state).code()).isZero();
        assertThat(taken).containsExactly(numbered(10));
        assertThat(push(file, "--state", state).error()).contains("0 objects taken");
        file("y--1", "y--2");
        assertThat(push(file, "--state", state).code()).as("another file").isEqualTo(2);
    }

    @Test
    void aCollectionIsSentOnToAnother() {
        String state = folder.resolve("state").toString();
        String[] words = {"--from", address("source"), "--state", state};
        assertThat(push(words).code()).isZero();
        assertThat(taken).containsExactly("x--1", "x--2");
        assertThat(push(words).error()).contains("0 objects taken");
    }
}
