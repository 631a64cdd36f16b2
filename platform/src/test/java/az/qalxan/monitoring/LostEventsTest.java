package az.qalxan.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Events that rules could not use: counted, named, explained; damaged lines repaired. */
@PlatformTest
class LostEventsTest {

    private final Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller centre = SignedIn.caller("xritdx", Role.CERT_ANALYST);
    private final String mark = UUID.randomUUID().toString();
    private final UUID ruleId = UUID.randomUUID();
    private final Watchers watchers;
    private final MockMvc mvc;

    @Autowired
    LostEventsTest(ApplicationContext context, MockMvc mvc) {
        watchers = new Watchers(context);
        this.mvc = mvc;
    }

    private MockHttpServletResponse call(
            Caller caller, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(Caller caller, String path) throws Exception {
        MockHttpServletResponse answer = call(caller, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("??");
        return text;
    }

    private void rules(String... more) {
        UUID set = watchers.set(analyst, false, 50);
        List<String> all = new java.util.ArrayList<>(List.of(more));
        all.addFirst(Watchers.rule(ruleId, mark, "low"));
        UUID version = watchers.version(analyst, set, all.toArray(String[]::new));
        watchers.inForce(analyst, version);
    }

    private String counting() {
        return """
        title: Sınaq sayı
        id: %s
        author: Müəllif Sınaqlı
        correlation:
          type: event_count
          rules: [%s]
          group-by: [Computer]
          timespan: 10m
          condition: {gte: 9}
        level: high
        """
                .formatted(UUID.randomUUID(), ruleId);
    }

    private String event(Instant at, String computer) {
        return "{\"mark\":\"%s\",\"@timestamp\":\"%s\"%s}".formatted(mark, at, computer);
    }

    private LostEvents lost(UUID source) {
        return watchers.as(
                analyst, () -> watchers.bean(PulseStore.class).lost(source, Instant.now()));
    }

    @Test
    void whatCameTooLateAndWhatLacksAFieldIsCountedAndNamed() throws Exception {
        rules(counting());
        UUID source = watchers.source(analyst, "TLP:AMBER");
        Instant now = Instant.now().minus(Duration.ofMinutes(1));
        Instant hourAgo = now.minus(Duration.ofHours(1));
        watchers.take(analyst, source, "a", event(now, ",\"Computer\":\"PC-1\""), event(now, ""));
        assertThat(lost(source).day()).isEqualTo(new LostEvents.Sums(0, 0, 0, 1, 0));
        watchers.take(analyst, source, "b", "{\"x\":", event(hourAgo, ",\"Computer\":\"PC-1\""));
        LostEvents lost = lost(source);
        assertThat(lost.day()).isEqualTo(new LostEvents.Sums(1, 1, 0, 1, 0));
        assertThat(lost.week()).isEqualTo(lost.day());
        assertThat(lost.lateOnes()).hasSize(1);
        String page = page(analyst, "/monitoring/sources/" + source + "/damaged");
        assertThat(page).contains("/monitoring/events/" + lost.lateOnes().getFirst());
        assertThat(page(analyst, "/monitoring/sources/" + source)).contains(source + "/damaged");
    }

    @Test
    void aDamagedLineIsRepairedTakenOnceAndFound() throws Exception {
        rules();
        UUID source = watchers.source(analyst, "TLP:AMBER");
        String whole = event(Instant.now(), ",\"Computer\":\"PC-Şəki\"");
        String damaged = whole.substring(0, whole.length() - 1);
        long batch = watchers.take(analyst, source, "a", damaged).batch();
        String list = "/monitoring/sources/" + source + "/damaged";
        String form = list + "/" + batch + "/1";
        assertThat(page(analyst, list)).contains(form);
        assertThat(page(analyst, form)).contains("PC-Şəki");
        MockHttpServletResponse refused = call(analyst, post(form).param("text", damaged));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(call(analyst, post(form).param("text", " ")).getStatus()).isEqualTo(422);
        assertThat(watchers.findings(analyst, source)).isEmpty();
        assertThat(call(analyst, post(form).param("text", whole)).getStatus()).isEqualTo(302);
        watchers.tick();
        assertThat(watchers.findings(analyst, source)).hasSize(1);
        assertThat(page(analyst, list)).doesNotContain(form).contains(analyst.name());
        assertThat(call(analyst, post(form).param("text", whole)).getStatus()).isEqualTo(404);
        assertThat(watchers.findings(analyst, source)).hasSize(1);
    }

    @Test
    void anotherBodySeesWhatItMayAndRepairsNothing() throws Exception {
        UUID amber = watchers.source(analyst, "TLP:AMBER");
        UUID strict = watchers.source(analyst, "TLP:AMBER+STRICT");
        long batch = watchers.take(analyst, amber, "a", "{\"x\":").batch();
        String list = "/monitoring/sources/" + amber + "/damaged";
        assertThat(page(centre, list)).doesNotContain(list + "/" + batch);
        String form = list + "/" + batch + "/1";
        assertThat(call(centre, get(form)).getStatus()).isEqualTo(404);
        assertThat(call(centre, post(form).param("text", "{}")).getStatus()).isEqualTo(404);
        String hidden = "/monitoring/sources/" + strict + "/damaged";
        assertThat(call(centre, get(hidden)).getStatus()).isEqualTo(404);
    }
}
