package az.qalxan.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.linking.series.InMemorySeriesStore;
import az.qalxan.engines.linking.series.PlacedReport;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesKeeper;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReporterDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Series come by themselves, people decide about them, and everything can be taken back. */
@PlatformTest
class SeriesDecisionTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired ReporterDesk reporters;
    @Autowired SeriesDesk desk;
    @Autowired Relinking relinking;
    @Autowired DataFolder folder;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final Caller officer = SignedIn.caller("din", Role.INVESTIGATOR);
    private final Caller colleague = SignedIn.caller("din", Role.DUTY_OFFICER);
    private SeriesStage stage;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void begin() {
        now = clock.instant().minusSeconds(600);
        stage = new SeriesStage(context, clock.instant().toEpochMilli());
    }

    @Test
    void aRejectedLinkSplitsTheSeriesAndUndoRestoresIt() throws Exception {
        String domain = stage.domain();
        ReportId one = stage.receiveOne(stage.report(now, "phone-fraud", domain));
        ReportId other = stage.receiveOne(stage.report(now.plusSeconds(1), "phone-fraud", domain));
        stage.settle();
        String page = page(one);
        assertThat(page).contains(domain).contains("/reports/" + other);

        assertThat(decide(officer, one, other, "rejected", "Eyni deyil, çünki məktublar fərqlidir"))
                .contains("/series/compare");
        assertThat(seriesOf(one)).isEmpty();
        stage.settle();
        assertThat(seriesOf(one)).isEmpty();
        assertThat(page(one)).doesNotContain("/reports/" + other);

        String compare = text(get(compare(one, other)));
        assertThat(compare).contains("Eyni deyil, çünki məktublar fərqlidir").contains(domain);
        String decision =
                compare.replaceAll("(?s).*/series/decisions/([0-9a-f-]{36})/undo.*", "$1");
        send(
                colleague,
                post("/series/decisions/" + decision + "/undo").param("reason", "səhv idi"));
        assertThat(seriesOf(one)).containsExactlyInAnyOrder(one, other);
        stage.settle();
        assertThat(seriesOf(one)).containsExactlyInAnyOrder(one, other);
        assertThat(text(get(compare(one, other)))).contains("səhv idi");
        assertThat(acts(one)).containsSubsequence("series.link.rejected", "series.link.undone");
    }

    @Test
    void whatIsTheReportersOwnJoinsNothing() throws Exception {
        String address = "men@" + stage.domain();
        NewReport first = stage.report(now, "phone-fraud", stage.domain(), address);
        NewReport second = stage.report(now, "shopping-fraud", stage.domain(), address);
        ReportId one = stage.receiveOne(SeriesStage.by(address.toUpperCase(Locale.ROOT), first));
        ReportId other = stage.receiveOne(SeriesStage.by(address, second));
        stage.settle();
        assertThat(seriesOf(one)).as("one person reported twice").isEmpty();
        ReportId third = stage.receiveOne(stage.report(now, "phone-fraud", address));
        ReportId fourth = stage.receiveOne(stage.report(now, "phone-fraud", address));
        stage.settle();
        assertThat(seriesOf(third))
                .as("others name the address as the offender's")
                .containsExactlyInAnyOrder(third, fourth);
        assertThat(seriesOf(other)).isEmpty();
    }

    @Test
    void aConfirmationJoinsWhatNothingElseJoins() throws Exception {
        ReportId one = stage.receiveOne(stage.report(now, "phone-fraud", stage.domain()));
        ReportId other = stage.receiveOne(stage.report(now, "phone-fraud", stage.domain()));
        stage.settle();
        assertThat(seriesOf(one)).isEmpty();
        decide(officer, one, other, "confirmed", "Zərərçəkənlər bir-birini tanıyır");
        assertThat(seriesOf(one)).containsExactlyInAnyOrder(one, other);
        stage.settle();
        assertThat(seriesOf(other)).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void theSameDecisionTwiceIsOneAndTheOppositeReplacesIt() throws Exception {
        String domain = stage.domain();
        ReportId one = stage.receiveOne(stage.report(now, "phone-fraud", domain));
        ReportId other = stage.receiveOne(stage.report(now, "phone-fraud", domain));
        stage.settle();
        String asked =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "one",
                                        one.toString(),
                                        "other",
                                        other.toString(),
                                        "verdict",
                                        "rejected",
                                        "reason",
                                        "fərqli şəxslər"));
        JsonNode first = json(post("/api/series/decisions").content(asked), 201);
        assertThat(json(post("/api/series/decisions").content(asked), 200)).isEqualTo(first);
        json(post("/api/series/decisions").content(asked.replace("rejected", "confirmed")), 201);
        List<SeriesDecision> all =
                ActingAs.call(officer.identity(), () -> desk.decisions(List.of(one)));
        assertThat(all)
                .extracting(SeriesDecision::standing)
                .containsExactly(LinkStanding.CONFIRMED, LinkStanding.REJECTED);
        assertThat(all).extracting(SeriesDecision::inForce).containsExactly(true, false);
        json(post("/api/series/decisions").content(asked.replace("rejected", "maybe")), 422);
    }

    @Test
    void decisionsOutliveLinkingEverythingAnew() throws Exception {
        String domain = stage.domain();
        List<ReportId> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            three.add(stage.receiveOne(stage.report(now.plusSeconds(i), "phone-fraud", domain)));
        }
        stage.settle();
        decide(officer, three.get(0), three.get(2), "rejected", "başqa adamdır");
        stage.settle();
        Set<ReportId> before = seriesOf(three.get(1));
        ActingAs.run(TransactionIdentity.job("test"), () -> relinking.start());
        while (ActingAs.call(TransactionIdentity.job("test"), relinking::progress)
                .orElseThrow()
                .running()) {
            Thread.sleep(50);
        }
        RelinkProgress end =
                ActingAs.call(TransactionIdentity.job("test"), relinking::progress).orElseThrow();
        assertThat(end.state()).isEqualTo("done");
        Path files = folder.subfolder("relink");
        while (Objects.requireNonNull(files.toFile().list()).length > 0) {
            Thread.sleep(50); // the traits of every report lay there
        }
        assertThat(end.changed()).as("what is kept is what the whole gives").isZero();
        assertThat(seriesOf(three.get(1))).isEqualTo(before);
    }

    @Test
    void aReporterWhoAddsANumberJoinsAndWhoWithdrawsLeaves() throws Exception {
        String domain = stage.domain();
        ReportId one = stage.receiveOne(stage.report(now, "phone-fraud", domain));
        Receipt late = stage.receive(stage.report(now, "phone-fraud", stage.domain())).getFirst();
        stage.settle();
        assertThat(seriesOf(one)).isEmpty();
        var pass = reporters.prove(late.reference(), late.secret().value()).orElseThrow();
        assertThat(reporters.add(pass, new ReporterDesk.Addition("", domain, List.of()))).isEmpty();
        stage.settle();
        assertThat(seriesOf(one)).containsExactlyInAnyOrder(one, late.id());
        assertThat(reporters.withdraw(pass)).isTrue();
        stage.settle();
        assertThat(seriesOf(one)).isEmpty();
    }

    /** Told in any order and in any portions, the series are those of everything told at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOrderOfArrivalDoesNotMatter(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            domains.add(stage.domain());
        }
        List<NewReport> arriving = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            boolean bridge = random.nextInt(3) == 0;
            arriving.add(
                    stage.report(
                            now.plusSeconds(i),
                            "phone-fraud",
                            domains.get(random.nextInt(domains.size())),
                            bridge ? domains.get(random.nextInt(domains.size())) : stage.domain()));
        }
        Collections.shuffle(arriving, random);
        List<UUID> ids = tell(arriving, random);
        Set<Set<UUID>> series = new HashSet<>();
        for (UUID id : ids) {
            Set<UUID> members = new HashSet<>();
            seriesOf(new ReportId(id)).forEach(one -> members.add(one.value()));
            if (!members.isEmpty()) {
                series.add(members);
            }
        }
        assertThat(series).as("seed %d", seed).isEqualTo(atOnce(ids)).hasSizeGreaterThan(1);
    }

    private List<UUID> tell(List<NewReport> arriving, Random random) throws InterruptedException {
        List<UUID> ids = new ArrayList<>();
        while (!arriving.isEmpty()) {
            List<NewReport> portion =
                    arriving.subList(0, Math.min(arriving.size(), random.nextInt(1, 6)));
            stage.receive(portion.toArray(NewReport[]::new))
                    .forEach(one -> ids.add(one.id().value()));
            portion.clear();
            if (random.nextBoolean()) {
                stage.settle();
            }
        }
        stage.settle();
        return ids;
    }

    private Set<Set<UUID>> atOnce(List<UUID> ids) {
        List<ReportTraits> traits =
                ActingAs.call(
                        LinkStep.SYSTEM,
                        () ->
                                Objects.requireNonNull(
                                                transaction.execute(status ->
                                                        new JdbcSeriesStore(jdbc, Map.of())
                                                                .reports(ids)))
                                        .stream()
                                        .map(PlacedReport::traits)
                                        .toList());
        InMemorySeriesStore memory = new InMemorySeriesStore();
        new SeriesKeeper(memory, UUID::randomUUID).put(traits);
        Map<UUID, Set<UUID>> series = new HashMap<>();
        for (PlacedReport one : memory.all()) {
            if (one.placement().series() != null) {
                series.computeIfAbsent(one.placement().series(), id -> new HashSet<>())
                        .add(one.id());
            }
        }
        return new HashSet<>(series.values());
    }

    private Set<ReportId> seriesOf(ReportId report) {
        Set<ReportId> members = new HashSet<>();
        ActingAs.call(officer.identity(), () -> desk.of(report))
                .ifPresent(series -> series.members().forEach(one -> members.add(one.id())));
        return members;
    }

    private String page(ReportId report) throws Exception {
        return text(get("/series/of/" + report));
    }

    private static String compare(ReportId one, ReportId other) {
        return "/series/compare?one=" + one + "&other=" + other;
    }

    private String decide(
            Caller caller, ReportId one, ReportId other, String verdict, String reason)
            throws Exception {
        String place =
                send(
                                caller,
                                post("/series/decisions")
                                        .param("one", one.toString())
                                        .param("other", other.toString())
                                        .param("verdict", verdict)
                                        .param("reason", reason))
                        .getHeader("Location");
        return place == null ? "" : place;
    }

    private JsonNode json(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse answer = send(officer, request.contentType("application/json"));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return send(officer, request).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(Caller caller, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private List<String> acts(ReportId report) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                select act from audit.event
                                                where subject_kind = 'report' and subject_id = :id
                                                  and act like 'series.link.%' order by at
                                                """)
                                        .param("id", report.toString())
                                        .query(String.class)
                                        .list()));
    }
}
