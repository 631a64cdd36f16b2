package az.qalxan.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What people and programs do with monitoring over HTTP. */
@PlatformTest
class MonitoringPagesTest {

    private static final Pattern TOKEN = Pattern.compile("qlx_[A-Za-z0-9_-]+");

    private final Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller centre = SignedIn.caller("xritdx", Role.CERT_ANALYST);
    private final Watchers watchers;
    private final MockMvc mvc;

    @Autowired
    MonitoringPagesTest(ApplicationContext context, MockMvc mvc) {
        watchers = new Watchers(context);
        this.mvc = mvc;
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(analyst)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(String path) throws Exception {
        return page(analyst, path);
    }

    private String page(Caller caller, String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(path).with(SignedIn.as(caller)).with(csrf()))
                        .andReturn()
                        .getResponse();
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(text).doesNotContain("??");
        return text;
    }

    private int send(String token, UUID source, String key) throws Exception {
        return mvc.perform(
                        post("/api/monitoring/sources/" + source + "/events")
                                .header("Authorization", "Bearer " + token)
                                .header("Idempotency-Key", key)
                                .content("{\"Computer\":\"PC-9\"}\n"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void aKeySendsForItsSourceAndNothingElse() throws Exception {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        UUID second = watchers.source(analyst, "TLP:AMBER");
        String page =
                call(post("/monitoring/sources/" + source + "/keys")
                                .param("name", "Sensor")
                                .param("days", "30"))
                        .getContentAsString(StandardCharsets.UTF_8);
        Matcher found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        String token = found.group();
        assertThat(send(token, source, "a")).isEqualTo(201);
        assertThat(send(token, source, "a")).isEqualTo(200);
        assertThat(send(token, source, "")).isEqualTo(400);
        assertThat(send(token, second, "a")).as("another source").isEqualTo(404);
        int reading =
                mvc.perform(get("/api/reports").header("Authorization", "Bearer " + token))
                        .andReturn()
                        .getResponse()
                        .getStatus();
        assertThat(reading).isIn(403, 404, 405);
        EventSourceStore.Key key =
                watchers.as(analyst, () -> watchers.bean(Sources.class).keys(source).getFirst());
        call(post("/monitoring/sources/" + source + "/keys/" + key.account() + "/revoke"));
        assertThat(send(token, source, "b")).as("revoked").isIn(401, 404);
        assertThat(page("/monitoring/sources/" + source)).contains("Sensor").doesNotContain(token);
    }

    @Test
    void aSilentSourceIsAnAlarm() throws Exception {
        UUID source =
                WorkTime.call(
                        Instant.now().minus(Duration.ofHours(3)),
                        () -> watchers.source(analyst, "TLP:AMBER"));
        ActingAs.run(
                DetectionStep.SYSTEM,
                () ->
                        watchers.as(
                                new Caller(analyst.account(), "", analyst.body(), analyst.roles()),
                                () -> true));
        watchers.bean(MonitoringUpkeep.class).listen();
        assertThat(page("/monitoring/sources/" + source)).contains("/seen");
        assertThat(page("/")).contains("/monitoring/sources");
        watchers.take(analyst, source, "a", "{\"Computer\":\"PC-1\"}");
        assertThat(page("/monitoring/sources/" + source)).doesNotContain("/seen\"");
    }

    @Test
    void rulesGoFromFilesIntoForceAndFindOnThePages() throws Exception {
        String mark = "p" + UUID.randomUUID().toString().substring(0, 8);
        UUID rule = UUID.randomUUID();
        UUID set = watchers.set(analyst, false, 50);
        byte[] yaml = Watchers.rule(rule, mark, "high").getBytes(StandardCharsets.UTF_8);
        byte[] tests =
                ("{\"event\":{\"mark\":\"" + mark + "\"},\"finds\":[\"" + rule + "\"]}\n")
                        .getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse handedIn =
                call(
                        multipart("/monitoring/rules/" + set + "/versions")
                                .file(new MockMultipartFile("files", "r.yml", "text/plain", yaml))
                                .file(
                                        new MockMultipartFile(
                                                "files", "t.ndjson", "text/plain", tests))
                                .param("note", Watchers.WHY));
        String at = String.valueOf(handedIn.getRedirectedUrl());
        UUID version = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
        assertThat(page(at)).contains(mark, "/back-tests");
        watchers.inForce(analyst, version);
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", "{\"mark\":\"" + mark + "\",\"User\":\"x\\\\y\"}");
        String list = page("/monitoring?show=told&source=" + source);
        assertThat(list).contains("Sınaq " + mark, "Müəllif Sınaqlı", "DRL 1.1");
        UUID finding = watchers.findings(analyst, source).getFirst().finding().id();
        assertThat(page("/monitoring/findings/" + finding))
                .contains("<mark>" + mark + "</mark>", "Müəllif Sınaqlı");
        assertThat(page("/monitoring/rows?show=all&source=" + source)).contains(mark);
        assertThat(page(at + "/rule?id=" + rule)).contains("condition: one");
        assertThat(page("/monitoring/rules")).contains("/monitoring/rules/" + set);
        assertThat(page("/monitoring/rules/" + set)).contains(Watchers.WHY);
        assertThat(page("/monitoring/suppressions")).isNotEmpty();
        assertThat(page("/monitoring/sources/new")).isNotEmpty();
        assertThat(page("/monitoring/sources/" + source + "/edit")).isNotEmpty();
        assertThat(page("/monitoring/sources/" + source + "/damaged")).isNotEmpty();
        assertThat(page("/monitoring/events")).isNotEmpty();
        assertThat(page("/monitoring?lang=en")).contains("Findings");
    }

    @Test
    void aBodyIsNotToldThatWhatJudgesItWasNeverTried() throws Exception {
        UUID set = watchers.set(centre, true, 50);
        UUID version =
                watchers.version(centre, set, Watchers.rule(UUID.randomUUID(), "m" + set, "high"));
        watchers.inForce(centre, version);
        String at = "/monitoring/rules/versions/" + version;
        assertThat(page(centre, at)).contains("id=\"back-tests\"");
        assertThat(page(at)).contains(Watchers.WHY).doesNotContain("back-test");
        watchers.move(centre, version, "retired");
    }

    @Test
    void whatWasLeftAsideIsTriedAgainOnThePage() throws Exception {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        long batch = watchers.leftAside(analyst, source, "{\"Computer\":\"PC-1\"}");
        assertThat(page("/monitoring/sources")).contains("/monitoring/sources/again");
        call(post("/monitoring/sources/again"));
        watchers.judge(batch);
        assertThat(page("/monitoring/sources")).doesNotContain("/monitoring/sources/again");
    }

    @Test
    void aWrongRuleIsToldWithItsPlaceAndItsTestToo() throws Exception {
        UUID set = watchers.set(analyst, false, 50);
        UUID version =
                watchers.version(
                        analyst,
                        set,
                        "title: S\nid: a\nlogsource: {}\ndetection:\n  a: {x|nix: 1}\n  condition: a\n");
        String page = page("/monitoring/rules/versions/" + version);
        assertThat(page).contains("0.yml:5", "nix");
        assertThat(watchers.as(analyst, () -> watchers.bean(RuleDesk.class).see(version)).state())
                .isEqualTo("draft");
    }
}
