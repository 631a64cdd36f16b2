package az.qalxan.reporting.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.FreshWords;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** CSV files from programs: checked first, then stored row by row exactly once. */
@PlatformTest
class ImportApiTest {

    @Autowired ApiClients clients;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Program din = new Program("", "");
    private Program dtx = new Program("", "");
    private String mark = "";

    @BeforeEach
    void register() {
        din = program("din");
        dtx = program("dtx");
        mark = UUID.randomUUID().toString();
    }

    private Program program(String body) {
        return new Program(
                "http://localhost:" + port, SignedIn.token(clients, body, Role.DUTY_OFFICER));
    }

    private String rows(int count) {
        StringBuilder csv = new StringBuilder("category,story,amount,usedAgainst\n");
        for (int i = 0; i < count; i++) {
            csv.append("phone-fraud,\"Sətir ").append(i).append(", nişan ").append(mark);
            csv.append("\",12.50,+994500001234|a").append(i).append("@example.org\n");
        }
        return csv.toString();
    }

    private long stored() {
        return Tables.of(context).reportsLike("%" + mark);
    }

    private Program.Answer finished(String id) {
        return settled(din, id);
    }

    /** Asks until the import no longer runs; a run that never ends fails by the build's limit. */
    static Program.Answer settled(Program program, String id) {
        Program.Answer standing = program.get("/api/imports/" + id);
        while (standing.text("state").equals("running")) {
            Thread.onSpinWait();
            standing = program.get("/api/imports/" + id);
        }
        return standing;
    }

    @Test
    void everyRowIsStoredOnceAndCounted() {
        Program.Answer checked = din.file("rows.csv", rows(4_500));
        assertThat(checked.status()).isEqualTo(201);
        assertThat(checked.body().path("rows").asInt()).isEqualTo(4_500);
        assertThat(checked.body().path("wrong").asInt()).isZero();
        assertThat(stored()).isZero();
        String id = checked.text("id");
        assertThat(din.post("/api/imports/" + id + "/start").text("state")).isIn("running", "done");
        Program.Answer end = finished(id);
        assertThat(end.text("state")).isEqualTo("done");
        assertThat(end.body().path("done").asInt()).isEqualTo(4_500);
        assertThat(end.body().path("stored").asInt()).isEqualTo(4_500);
        assertThat(stored()).isEqualTo(4_500);
    }

    @Test
    void wordsOfALargeFileAreFoundBeforeAndAfterTheyAreIndexed() {
        String word = "qurd" + mark.replaceAll("[^a-z]", "") + "zz";
        StringBuilder csv = new StringBuilder("category,story\n");
        for (int i = 0; i < 600; i++) {
            csv.append("phone-fraud,\"").append(i == 7 ? word : "adi söz").append(' ');
            csv.append(mark).append("\"\n");
        }
        String id = din.file("words.csv", csv.toString()).text("id");
        din.post("/api/imports/" + id + "/start");
        assertThat(finished(id).text("state")).isEqualTo("done");
        assertThat(found(word)).isEqualTo(1);
        ActingAs.run(
                TransactionIdentity.job("test"), () -> context.getBean(FreshWords.class).index());
        assertThat(found(word)).isEqualTo(1);
    }

    private long found(String word) {
        return Tables.of(context)
                .count("select count(*) from reporting.search(cast(? as tsquery), 10)", word);
    }

    @Test
    void wrongRowsAreNamedBeforeAnythingIsStoredAndLeftOut() {
        String csv =
                "category,story,amount,region\n"
                        + "phone-fraud,\"Düzgün sətir, nişan "
                        + mark
                        + "\",,\n"
                        + "no-such-kind,\"Növü yanlış, nişan "
                        + mark
                        + "\",,\n"
                        + "phone-fraud,qısa,çox,atlantis\n";
        Program.Answer checked = din.file("wrong.csv", csv);
        assertThat(checked.body().path("rows").asInt()).isEqualTo(3);
        assertThat(checked.body().path("wrong").asInt()).isEqualTo(2);
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : checked.body().path("first")) {
            cells.add(cell.path("row").asInt() + " " + cell.path("field").asString());
            assertThat(cell.path("message").asString()).isNotBlank().doesNotContain("??");
        }
        assertThat(cells)
                .containsExactlyInAnyOrder("2 category", "3 story", "3 amount", "3 region");
        din.post("/api/imports/" + checked.text("id") + "/start");
        Program.Answer end = finished(checked.text("id"));
        assertThat(end.body().path("done").asInt()).isEqualTo(3);
        assertThat(end.body().path("stored").asInt()).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void theSameFileAgainIsTheSameImport() {
        String csv = rows(30);
        String id = din.file("once.csv", csv).text("id");
        din.post("/api/imports/" + id + "/start");
        finished(id);
        Program.Answer again = din.file("renamed.csv", csv);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(id);
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(din.post("/api/imports/" + id + "/start").status()).isEqualTo(409);
        assertThat(stored()).isEqualTo(30);
    }

    @Test
    void aDroppedFileMayBeSentAgain() {
        String csv = rows(10);
        String first = din.file("drop.csv", csv).text("id");
        assertThat(din.post("/api/imports/" + first + "/drop").text("state")).isEqualTo("dropped");
        assertThat(din.post("/api/imports/" + first + "/start").status()).isEqualTo(409);
        Program.Answer second = din.file("drop.csv", csv);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("id")).isNotEqualTo(first);
        assertThat(stored()).isZero();
    }

    @Test
    void apausedImportGoesOnWhereItStopped() {
        int rows = 20_000;
        String id = din.file("pause.csv", rows(rows)).text("id");
        din.post("/api/imports/" + id + "/start");
        int pauses = 0;
        while (!finishedOrPaused(id)) {
            pauses++;
            Program.Answer paused = din.get("/api/imports/" + id);
            assertThat(stored()).isEqualTo(paused.body().path("stored").asInt());
            din.post("/api/imports/" + id + "/start");
        }
        assertThat(pauses).isPositive();
        assertThat(stored()).isEqualTo(rows);
    }

    /** Pauses at the next chance; true when the import was over first. */
    private boolean finishedOrPaused(String id) {
        while (din.post("/api/imports/" + id + "/pause").status() != 200) {
            if (din.get("/api/imports/" + id).text("state").equals("done")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anotherBodySeesNothingOfAnImport() {
        String id = din.file("own.csv", rows(5)).text("id");
        assertThat(dtx.get("/api/imports/" + id).status()).isEqualTo(404);
        assertThat(dtx.post("/api/imports/" + id + "/start").status()).isEqualTo(404);
        assertThat(dtx.post("/api/imports/" + id + "/drop").status()).isEqualTo(404);
        assertThat(dtx.file("own.csv", rows(5)).status()).isEqualTo(201);
        assertThat(new Program(din.address(), "").get("/api/imports/" + id).status())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoFileOfReportsIsRefused() {
        for (String csv :
                List.of("", "a,b\n1,2\n", "category\nphone-fraud\n", "\u0000\u0001\u0002")) {
            Program.Answer refused = din.file("none.csv", csv);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("type")).isEqualTo("urn:qalxan:problem:import-file-unreadable");
        }
        byte[] latin =
                "category,story\nphone-fraud,\"\u00e7\u00f6\u00fc a story\"\n"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(
                        din.file(
                                        "latin.csv",
                                        java.net.http.HttpRequest.BodyPublishers.ofByteArray(latin))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowThePlatform() {
        String csv = "category,story\nphone-fraud,\"" + "a,b\n".repeat(200_000);
        assertThat(din.file("open.csv", csv).status()).isIn(201, 422);
    }
}
