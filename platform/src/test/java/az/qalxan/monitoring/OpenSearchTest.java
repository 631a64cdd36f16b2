package az.qalxan.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensearch.client.RestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** Events in a real OpenSearch node: the same answers as without it, and no more than are due. */
@PlatformTest
class OpenSearchTest {

    private static final Path BUILT = Path.of("../tools/searchnode/target");
    private static final String PORT = "PORT ";
    private static final int MANY = 500;

    @TempDir private static Path folder;
    private static Process node;
    private static int port;

    private final Watchers watchers;
    private final Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller other = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final OpenSearchIndex index = index(port);
    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    OpenSearchTest(ApplicationContext context) {
        watchers = new Watchers(context);
    }

    @BeforeAll
    static void start() throws IOException {
        node =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                BUILT.resolve("classes") + ":" + BUILT.resolve("lib") + "/*",
                                "searchnode.SearchNode",
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader told =
                new BufferedReader(
                        new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(PORT)) {
                port = Integer.parseInt(line.substring(PORT.length()));
                Thread.ofVirtual().start(() -> told.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new AssertionError("the node did not start: " + all);
    }

    @AfterAll
    static void end() throws InterruptedException {
        node.destroyForcibly();
        assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static OpenSearchIndex index(int port) {
        return new OpenSearchIndex(
                RestClient.builder(new HttpHost("http", "127.0.0.1", port)).build());
    }

    private EventSearch search(SearchIndex there) {
        return new IndexedEventSearch(
                watchers.bean(EventArchive.class), watchers.bean(EventIndexStore.class), there);
    }

    private SearchRound round() {
        return new SearchRound(
                Optional.of(index),
                watchers.bean(EventIndexStore.class),
                watchers.bean(EventSourceStore.class),
                watchers.bean(Clock.class),
                watchers.bean(TransactionTemplate.class));
    }

    private List<UUID> found(EventSearch by, Caller caller, EventArchive.Query query, int most) {
        return watchers.as(
                caller, () -> by.search(query, most).stream().map(EventArchive.Kept::id).toList());
    }

    private static EventArchive.Query query(
            @Nullable UUID source, List<String> keys, String words, @Nullable UUID before) {
        Instant now = Instant.now();
        return new EventArchive.Query(
                "", source, now.minusSeconds(3600), now.plusSeconds(3600), keys, words, before);
    }

    /** Words with what a pattern would take for its own, in events that share most of them. */
    private String event(Random random) {
        List<String> words =
                List.of("cmd.exe", "*", "?x", "a\\\\b", "Şəki", "100%", "_", "PowerShell", "İş");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return "{\"Computer\":\"PC-%s-%d\",\"text\":\"%s\"}"
                .formatted(mark, random.nextInt(3), text);
    }

    @Test
    void answersAreThoseOfTheDatabase() throws IOException {
        Random random = new Random(8);
        UUID source = watchers.source(analyst, "TLP:AMBER");
        UUID another = watchers.source(analyst, "TLP:GREEN");
        for (int batch = 0; batch < 4; batch++) {
            List<String> events = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                events.add(event(random));
            }
            watchers.take(
                    analyst,
                    batch % 2 == 0 ? source : another,
                    "b" + batch,
                    events.toArray(String[]::new));
        }
        round().bringIn(index);
        watchers.take(analyst, source, "late", event(random), event(random));

        EventArchive plain = watchers.bean(EventArchive.class);
        for (String words :
                List.of("", "CMD", "*", "?X", "a\\\\b", "Şəki", "0%", "_", "e cmd", "nowhere")) {
            for (List<String> keys :
                    List.of(List.<String>of(), List.of("host:pc-" + mark + "-1"))) {
                for (UUID from : new UUID[] {source, another}) {
                    EventArchive.Query asked = query(from, keys, words, null);
                    List<UUID> expected = found(plain, analyst, asked, MANY);
                    assertThat(found(search(index), analyst, asked, MANY))
                            .as("%s %s", words, keys)
                            .isEqualTo(expected);
                    if (expected.size() > 8) {
                        EventArchive.Query next = query(from, keys, words, expected.get(4));
                        assertThat(found(search(index), analyst, next, 3))
                                .isEqualTo(expected.subList(5, 8));
                    }
                }
            }
        }
        assertThat(
                        found(
                                search(index),
                                analyst,
                                query(source, List.of(), "POWERSHELL", null),
                                MANY))
                .isNotEmpty();
        assertThat(
                        found(
                                search(index),
                                analyst,
                                query(source, List.of(), "ŞƏKİ".replace("İ", "i"), null),
                                MANY))
                .as("letters beyond ASCII are found in both cases")
                .isNotEmpty();
    }

    @Test
    void whatTheCallerMayNotSeeIsNotEvenFoundInTheIndex() throws IOException {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", "{\"Computer\":\"PC-" + mark + "\"}");
        round().bringIn(index);
        EventArchive.Query asked = query(null, List.of("host:pc-" + mark), "", null);
        assertThat(found(search(index), analyst, asked, MANY)).hasSize(1);
        assertThat(found(search(index), other, asked, MANY)).isEmpty();
        EventIndexStore store = watchers.bean(EventIndexStore.class);
        SearchIndex.Reader own = watchers.as(analyst, store::reader);
        SearchIndex.Reader foreign = watchers.as(other, store::reader);
        assertThat(index.find(asked, own, MANY)).hasSize(1);
        assertThat(index.find(asked, foreign, MANY)).isEmpty();
    }

    @Test
    void whatIsForgottenLeavesTheIndexToo() throws IOException {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", "{\"Computer\":\"PC-" + mark + "\"}");
        round().bringIn(index);
        EventArchive.Query asked = query(source, List.of(), mark, null);
        SearchIndex.Reader own = watchers.as(analyst, watchers.bean(EventIndexStore.class)::reader);
        index.forget(source, Instant.now().minusSeconds(3600));
        assertThat(index.find(asked, own, MANY)).hasSize(1);
        index.forget(source, Instant.now().plusSeconds(60));
        assertThat(index.find(asked, own, MANY)).isEmpty();
        index.dropEmptyDays(Instant.now());
        round().takeOut(index);
        ActingAs.run(
                DetectionStep.SYSTEM,
                () ->
                        assertThat(
                                        watchers.bean(MonitoringUpkeep.class)
                                                .forgetSome(source, Instant.now().plusSeconds(60)))
                                .isEqualTo(1));
    }

    @Test
    void anEventThatPostgresLostIsShownByNobody() throws IOException {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", "{\"Computer\":\"PC-" + mark + "\"}");
        round().bringIn(index);
        ActingAs.run(
                DetectionStep.SYSTEM,
                () ->
                        watchers.bean(MonitoringUpkeep.class)
                                .forgetSome(source, Instant.now().plusSeconds(60)));
        assertThat(found(search(index), analyst, query(source, List.of(), mark, null), MANY))
                .isEmpty();
    }

    @Test
    void withoutAnAnswerTheDatabaseIsSearched() throws IOException {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", "{\"Computer\":\"PC-" + mark + "\"}");
        round().bringIn(index);
        try (OpenSearchIndex nowhere = index(1)) {
            assertThat(found(search(nowhere), analyst, query(source, List.of(), mark, null), MANY))
                    .hasSize(1);
        }
    }

    @Test
    void aWrongAddressIsSaidAtTheStart() {
        SearchConfiguration configuration = new SearchConfiguration();
        for (String wrong : List.of("host", "http://", "http://a:b@host:1", "::")) {
            MockEnvironment environment =
                    new MockEnvironment().withProperty("qalxan.events.opensearch", wrong);
            assertThatThrownBy(() -> configuration.chosenSearchIndex(environment))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("https://host:port")
                    .hasMessageContaining(wrong);
        }
        MockEnvironment environment =
                new MockEnvironment()
                        .withProperty("qalxan.events.opensearch", "https://a:9200, https://b:9200")
                        .withProperty("qalxan.events.opensearch-user", "qalxan");
        assertThatThrownBy(() -> configuration.chosenSearchIndex(environment))
                .hasMessageContaining("opensearch-password-file");
        assertThat(configuration.chosenSearchIndex(new MockEnvironment()).index()).isEmpty();
    }
}
