package az.qalxan.reporting.bulk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Bodies that were made to break the reader, the database or the page. */
@PlatformTest
class HostileReportTest {

    private static final long HUNDRED_MEGABYTES = 100L << 20;

    @Autowired ApiClients clients;
    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @LocalServerPort int port;
    private Program program = new Program("", "");

    @BeforeEach
    void register() {
        program =
                new Program(
                        "http://localhost:" + port,
                        SignedIn.token(clients, "din", Role.DUTY_OFFICER));
    }

    @Test
    void aHundredMegabytesAreRefusedBeforeTheyAreRead() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            send(socket, "Content-Length: " + HUNDRED_MEGABYTES);
            assertThat(statusLine(socket)).contains(" 413");
        }
    }

    @Test
    void aStreamWithoutEndIsCutOffAtTheLimit() throws IOException {
        long sent = 0;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            send(socket, "Transfer-Encoding: chunked");
            byte[] chunk = ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(US_ASCII);
            while (sent < HUNDRED_MEGABYTES && socket.getInputStream().available() == 0) {
                socket.getOutputStream().write(chunk);
                sent += chunk.length;
            }
            assertThat(statusLine(socket)).contains(" 413");
        } catch (SocketException e) {
            assertThat(sent).as("sent when the server hung up").isPositive();
        }
        assertThat(sent).isLessThan(HUNDRED_MEGABYTES / 4);
    }

    private void send(Socket socket, String length) throws IOException {
        socket.getOutputStream()
                .write(
                        ("POST /api/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                        + program.token()
                                        + "\r\nContent-Type: application/json\r\n"
                                        + length
                                        + "\r\n\r\n")
                                .getBytes(US_ASCII));
        String start = "{\"story\":\"";
        socket.getOutputStream()
                .write(
                        (length.startsWith("Transfer") ? "a\r\n" + start + "\r\n" : start)
                                .getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    @Test
    void tenThousandNestedArraysAreRefused() {
        String deep = "{\"story\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String usedAgainst = "{\"usedAgainst\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String unknown = "{\"x\":" + "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}";
        for (String body : List.of(deep, usedAgainst, unknown, "[".repeat(10_000))) {
            Program.Answer answer = program.json(body.getBytes(US_ASCII), "");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("type")).isEqualTo("urn:qalxan:problem:bad-request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "1",
                "{\"story\":1e999999999}",
                "{\"amount\":{}}",
                "{}{}",
                "{\"story\":\"a\",\"story\":\"b\"}",
                "{\"contact\":\"x\"}",
                "NaN",
                "{'a':1}"
            })
    void brokenJsonIsTheSendersFault(String body) {
        assertThat(program.json(body.getBytes(StandardCharsets.UTF_8), "").status())
                .isBetween(400, 422);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body =
                "{\"category\":\"phone-fraud\",\"story\":\"Zəng gəldi ??? pul getdi\"}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '?' ? (byte) 0xff : body[i];
        }
        assertThat(program.json(body, "").status()).isEqualTo(400);
    }

    @Test
    void whatNobodySeesIsTakenOutOfTheText() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> report = new HashMap<>();
        report.put("category", "phone-fraud");
        report.put(
                "story",
                "NUL\u0000 bidi\u202e\u2066 zero\u200b\u200d\ufeff width, lone\ud800 half, " + id);
        report.put("onBehalfOf", "Şir\u0000kət\u202e");
        report.put("contact", Map.of("name", "Ad\u200b\u0007", "phone", "\u0000", "email", ""));
        Program.Answer stored = program.report(report);
        assertThat(stored.status()).isEqualTo(201);
        List<String> kept =
                Tables.of(context)
                        .list(
                                String.class,
                                "select story || '|' || on_behalf_of from reporting.report where id"
                                        + " = cast(? as uuid)",
                                stored.text("id"));
        assertThat(kept.getFirst())
                .matches("NUL bidi zero width, lone\\?? half, " + id + "\\|Şirkət");
    }

    @Test
    void statementsAndScriptsStayTextOnEveryPage() throws Exception {
        String attack = "'); drop table reporting.report; --<script>alert(1)</script>${7*7}";
        Map<String, Object> report = new HashMap<>();
        report.put("category", "phone-fraud");
        String story = attack + " " + UUID.randomUUID();
        report.put("story", story);
        report.put("onBehalfOf", attack);
        report.put("usedAgainst", List.of(attack, "\"><img src=x onerror=alert(1)>@example.org"));
        report.put("contact", Map.of("name", attack, "phone", attack, "email", attack));
        Program.Answer stored = program.report(report);
        assertThat(stored.status()).isEqualTo(201);
        assertThat(Tables.of(context).reportsLike(story + "%")).isEqualTo(1);
        Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER);
        for (String path :
                List.of(
                        "/reports/" + stored.text("id"),
                        "/triage",
                        "/search?q=" + stored.text("reference"))) {
            String page = page(path, officer);
            assertThat(page)
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .contains("drop table");
        }
    }

    private String page(String path, Caller officer) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(SignedIn.as(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void attacksInEveryOtherFieldAreRefusedOrHarmless() {
        String attack = "'; drop table reporting.report; --<script>";
        for (String field :
                List.of(
                        "category",
                        "happenedAt",
                        "reportedAt",
                        "region",
                        "amount",
                        "currency",
                        "paidHow",
                        "language")) {
            Map<String, Object> report = new HashMap<>();
            report.put("category", "phone-fraud");
            report.put("story", "Bir sahədə hücum var " + UUID.randomUUID());
            report.put(field, attack);
            Program.Answer refused = program.report(report);
            assertThat(refused.status()).as(field).isEqualTo(422);
            assertThat(refused.violations()).containsOnlyKeys(field);
        }
    }

    @Test
    void aLongLineOfDigitsOrLettersIsRead() {
        for (String piece : List.of("9", "a", "@", "http://", "+994", "ə", "1.")) {
            Map<String, Object> report = new HashMap<>();
            report.put("category", "phone-fraud");
            report.put("story", piece.repeat(19_900 / piece.length()));
            assertThat(program.report(report).status()).as(piece).isEqualTo(201);
        }
    }
}
