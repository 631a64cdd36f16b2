package az.qalxan.reporting.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.reporting.ReportSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Reports from programs, over HTTP on a real PostgreSQL. */
@PlatformTest
class ReportApiTest {

    @Autowired ApiClients clients;
    @Autowired ApplicationContext context;
    @Autowired ReportSearch search;
    @LocalServerPort int port;
    private Program din = new Program("", "");
    private Program dtx = new Program("", "");

    @BeforeEach
    void register() {
        din = program("din");
        dtx = program("dtx");
    }

    private Program program(String body) {
        return new Program(
                "http://localhost:" + port, SignedIn.token(clients, body, Role.DUTY_OFFICER));
    }

    private static Map<String, Object> report(String story) {
        Map<String, Object> report = new HashMap<>();
        report.put("category", "phone-fraud");
        report.put("story", story);
        return report;
    }

    private static String unique(String story) {
        return story + " " + UUID.randomUUID();
    }

    @Test
    void aReportIsStoredAndItsSenderSeesWhereItStands() {
        Map<String, Object> report = report(unique("Bankdan zəng etdilər, pulumu köçürtdülər"));
        report.put("happenedAt", "2026-10-01T14:30:00+04:00");
        report.put("amount", "2300.50");
        report.put("currency", "AZN");
        report.put("paidHow", "card");
        report.put("usedAgainst", List.of("+994 50 000 12 34"));
        report.put("contact", Map.of("name", "Sınaq Sınaqlı", "email", "sinaq@example.org"));
        Program.Answer stored = din.report(report);
        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.text("reference")).matches("M-[0-9]{4}-[0-9]+");
        assertThat(stored.text("secret")).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        Program.Answer standing = din.get("/api/reports/" + stored.text("id"));
        assertThat(standing.status()).isEqualTo(200);
        assertThat(standing.text("state")).isEqualTo("waiting");
        assertThat(standing.text("reference")).isEqualTo(stored.text("reference"));
    }

    @Test
    void everyWrongFieldIsNamed() {
        Map<String, Object> report = report("qısa");
        report.put("category", "no-such-thing");
        report.put("happenedAt", "yesterday");
        report.put("reportedAt", "2999-01-01");
        report.put("region", "atlantis");
        report.put("amount", "much");
        report.put("currency", "XXX");
        report.put("paidHow", "shells");
        report.put("language", "la");
        report.put("onBehalfOf", "x".repeat(501));
        report.put("usedAgainst", List.of("ok", "x".repeat(501)));
        report.put(
                "contact",
                Map.of(
                        "name",
                        "x".repeat(501),
                        "phone",
                        "x".repeat(501),
                        "email",
                        "x".repeat(501)));
        Program.Answer refused = din.report(report);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:qalxan:problem:invalid-input");
        assertThat(refused.violations())
                .containsOnlyKeys(
                        "category",
                        "happenedAt",
                        "reportedAt",
                        "region",
                        "amount",
                        "currency",
                        "paidHow",
                        "language",
                        "onBehalfOf",
                        "usedAgainst/1",
                        "contact/name",
                        "contact/phone",
                        "contact/email",
                        "story");
        assertThat(refused.violations().values())
                .allSatisfy(message -> assertThat(message).doesNotContain("??").isNotBlank());
    }

    @Test
    void theSameKeyAndContentIsStoredOnce() {
        String story = unique("Eyni açarla iki dəfə göndərilir");
        Map<String, Object> report = report(story);
        String key = UUID.randomUUID().toString();
        Program.Answer first = din.report(report, key);
        Program.Answer second = din.report(report, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.body().path("repeated").asBoolean()).isTrue();
        assertThat(second.body().path("secret").isNull()).isTrue();
        assertThat(Tables.of(context).reportsLike(story)).isEqualTo(1);
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        String key = UUID.randomUUID().toString();
        String other = unique("Başqa məzmun, eyni açar");
        din.report(report(unique("İlk məzmun bu açarla gəlir")), key);
        Program.Answer refused = din.report(report(other), key);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:qalxan:problem:idempotency-key-reused");
        assertThat(Tables.of(context).reportsLike(other)).isZero();
    }

    @Test
    void anotherProgramMayUseTheSameKey() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> report = report(unique("İki proqram eyni açarı seçib"));
        assertThat(din.report(report, key).status()).isEqualTo(201);
        assertThat(dtx.report(report, key).status()).isEqualTo(201);
    }

    @Test
    void aKeyWithForbiddenSignsIsRefused() {
        Map<String, Object> report = report(unique("Açarın forması düz deyil"));
        assertThat(din.report(report, "x".repeat(101)).status()).isEqualTo(400);
        assertThat(din.report(report, "two words").text("type"))
                .isEqualTo("urn:qalxan:problem:idempotency-key-invalid");
    }

    @Test
    void manyAtOnceWithFewKeysAreStoredOncePerKey() {
        int keys = 20;
        int sendings = 10;
        String run = UUID.randomUUID().toString();
        Map<String, Set<String>> ids = new ConcurrentHashMap<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < keys * sendings; i++) {
                String key = run + "-" + i % keys;
                senders.execute(() -> {
                    Program.Answer answer = din.report(report("Eyni vaxtda gələn " + key), key);
                    assertThat(answer.status()).isIn(200, 201);
                    ids.computeIfAbsent(key, one -> ConcurrentHashMap.newKeySet())
                            .add(answer.text("id"));
                });
            }
        }
        assertThat(ids).hasSize(keys);
        assertThat(ids.values()).allSatisfy(of -> assertThat(of).hasSize(1));
        assertThat(Tables.of(context).reportsLike("Eyni vaxtda gələn " + run + "%"))
                .isEqualTo(keys);
    }

    @Test
    void withoutATokenNothingIsTaken() {
        Program stranger = new Program(din.address(), "");
        Program liar = new Program(din.address(), "qlx_" + "A".repeat(43));
        String story = unique("Tokensiz göndərilən müraciət");
        assertThat(stranger.report(report(story)).status()).isEqualTo(401);
        assertThat(liar.report(report(story)).status()).isEqualTo(401);
        assertThat(Tables.of(context).reportsLike(story)).isZero();
    }

    @Test
    void aRoleWithoutTheRightIsRefused() {
        Program auditor = new Program(din.address(), SignedIn.token(clients, "din", Role.AUDITOR));
        assertThat(auditor.report(report(unique("Hüquqsuz rol"))).status()).isEqualTo(403);
    }

    @Test
    void anotherBodySeesNeitherTheReportNorThatItExists() {
        String id = din.report(report(unique("Yalnız öz qurumu görür"))).text("id");
        Program.Answer foreign = dtx.get("/api/reports/" + id);
        Program.Answer absent = dtx.get("/api/reports/" + UUID.randomUUID());
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text("detail")).isEqualTo(absent.text("detail"));
        assertThat(din.get("/api/reports/" + id).status()).isEqualTo(200);
    }

    @Test
    void anotherBodyFindsNothingByNumberWordsOrIdentifier() {
        String word = "zz" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "qx";
        String mail = "ring-" + UUID.randomUUID() + "@example.org";
        Program.Answer stored =
                din.report(report("Bu sözü yalnız biri yazır: " + word + " " + mail));
        for (String query : List.of(stored.text("reference"), word, mail)) {
            assertThat(found("din", query)).as(query).containsExactly(stored.text("id"));
            assertThat(found("dtx", query)).as(query).isEmpty();
        }
    }

    @Test
    void aSlipOrABeginningIsFoundAsSuch() {
        String mail = "r" + UUID.randomUUID().toString().substring(24) + "@example.org";
        Program.Answer stored = din.report(report(unique("Ünvan " + mail)));
        String id = stored.text("id");
        String slipped = mail.replace("@example", "@exampel");
        assertThat(how("din", slipped)).containsEntry(id, "near");
        assertThat(how("din", mail.substring(0, 18))).containsEntry(id, "beginning");
        assertThat(how("din", mail)).containsEntry(id, "identifier");
        assertThat(how("dtx", slipped)).isEmpty();
        assertThat(how("dtx", mail.substring(0, 18))).isEmpty();
    }

    private Map<String, String> how(String body, String query) {
        Map<String, String> how = new java.util.TreeMap<>();
        ActingAs.run(
                SignedIn.caller(body, Role.DUTY_OFFICER).identity(),
                () ->
                        search.search(query)
                                .hits()
                                .forEach(hit -> how.put(hit.report().id().toString(), hit.how())));
        return how;
    }

    private List<String> found(String body, String query) {
        return ActingAs.call(
                SignedIn.caller(body, Role.DUTY_OFFICER).identity(),
                () ->
                        search.search(query).reports().stream()
                                .map(row -> row.id().toString())
                                .toList());
    }

    @Test
    void theAuditTrailNamesTheProgram() {
        String id = din.report(report(unique("Audit izi qalmalıdır"))).text("id");
        assertThat(
                        Tables.of(context)
                                .list(
                                        String.class,
                                        "select act from audit.event where subject_id = ?",
                                        id))
                .containsExactly("reporting.report.received");
    }
}
