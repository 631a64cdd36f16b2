package az.qalxan.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.database.Sha256;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./qalxan evidence export} against a server that answers as told. */
class EvidenceExportCommandTest {

    private static final byte[] FILE = "a container".getBytes(UTF_8);

    @TempDir Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String ending = "ready";
    private String sha256 = Sha256.of(FILE);

    EvidenceExportCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/api/evidence/dossiers", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean order = exchange.getRequestMethod().equals("POST");
        if (order) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        }
        String state =
                """
                {"id": "7", "number": "K-2026-1/D1", "state": "%s", "failure": "altered",
                 "sha256": "%s", "bytes": 11, "graph": "valid"}
                """
                        .formatted(order ? "waiting" : ending, sha256);
        byte[] body = path.endsWith("/file") ? FILE : state.getBytes(UTF_8);
        exchange.sendResponseHeaders(order ? 202 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Ran export() {
        return Ran.of(
                new EvidenceCommand(),
                "export",
                "--server",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--token",
                "t",
                "--case",
                "K-2026-1",
                "--exhibit",
                "3-1",
                "--recipient",
                "Məhkəmə",
                "--basis",
                "CPM",
                "--document",
                "12",
                "--out",
                folder.resolve("out.asice"));
    }

    @Test
    void theFileIsTakenWhenItIsReady() {
        Ran ran = export();
        assertThat(ran.error()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("K-2026-1/D1").contains(sha256);
        assertThat(folder.resolve("out.asice")).hasBinaryContent(FILE);
        assertThat(asked.getFirst())
                .contains("\"exhibits\":[\"3-1\"]")
                .contains("\"recipient\":\"Məhkəmə\"")
                .contains("\"purpose\":\"court\"");
        assertThat(export().code()).as("nothing is written over").isEqualTo(2);
    }

    @Test
    void aFailureIsTold() {
        ending = "failed";
        Ran ran = export();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.error()).contains("failed: altered");
        assertThat(folder.resolve("out.asice")).doesNotExist();
    }

    @Test
    void aFileThatDidNotComeWholeIsNotKept() {
        sha256 = "0".repeat(64);
        Ran ran = export();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(folder.resolve("out.asice")).doesNotExist();
    }
}
