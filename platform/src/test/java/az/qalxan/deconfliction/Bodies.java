package az.qalxan.deconfliction;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.access.Caller;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.ReportId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two bodies with reports that share identifiers, for the tests of this module. */
final class Bodies {

    /** Kinds of cybercrime whose reports come to that body first. */
    private static final Map<String, String> CATEGORY =
            Map.of("din", "phone-fraud", "dtx", "ransomware");

    private static final Pattern CSRF =
            Pattern.compile("(csrf(?:-token)?\" (?:value|content)=\")[^\"]+");

    static final TransactionIdentity SYSTEM = TransactionIdentity.job("test");

    private final MockMvc mvc;
    private final Intake intake;
    private final Matching matching;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Bodies(ApplicationContext context) {
        this.mvc = context.getBean(MockMvc.class);
        this.intake = context.getBean(Intake.class);
        this.matching = context.getBean(Matching.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
        this.transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** An identifier that nobody has used yet. */
    static String fresh() {
        return "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + ".example";
    }

    /** A report that came from outside to that body and is compared already. */
    ReportId report(String body, String story) {
        ReportId id = received(SYSTEM, body, List.of(story)).getFirst();
        workOff();
        return id;
    }

    /** Reports that somebody sends to that body; not compared yet. */
    List<ReportId> received(TransactionIdentity sender, String body, List<String> stories) {
        return received(sender, CATEGORY.getOrDefault(body, ""), stories, Channel.BULK);
    }

    private List<ReportId> received(
            TransactionIdentity sender, String category, List<String> stories, Channel channel) {
        Instant now = clock.instant();
        List<NewReport> reports =
                stories.stream()
                        .map(story ->
                                new NewReport(
                                        category,
                                        now,
                                        now,
                                        "baku",
                                        channel,
                                        "az",
                                        story,
                                        null,
                                        List.of(),
                                        "",
                                        Contact.NONE))
                        .toList();
        return ActingAs.call(sender, () -> intake.receiveAll(reports)).stream()
                .map(one -> one.id())
                .toList();
    }

    /** Works the queue off, with the job of the platform that may be doing so at this moment. */
    void workOff() {
        do {
            matching.workOff();
        } while (asSystem(() ->
                jdbc.sql("select count(*) from deconfliction.arrival").query(Long.class).single())
                > 0);
    }

    <T> T asSystem(Supplier<T> work) {
        return as(SYSTEM, work);
    }

    @SuppressWarnings("NullAway") // the work of these tests gives a value
    <T> T as(TransactionIdentity who, Supplier<T> work) {
        return ActingAs.call(who, () -> transaction.execute(status -> work.get()));
    }

    /** Changes a report's row as the system, whose rights need not be tested here. */
    void change(ReportId report, String assignments) {
        asSystem(() ->
                jdbc.sql("update reporting.report set " + assignments + " where id = :id")
                        .param("id", report.value())
                        .update());
    }

    MockHttpServletResponse call(Caller caller, MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Status and content, without the token that is drawn anew for each page. */
    String body(Caller caller, MockHttpServletRequestBuilder request) {
        MockHttpServletResponse answer = call(caller, request);
        try {
            return answer.getStatus()
                    + "\n"
                    + CSRF.matcher(answer.getContentAsString()).replaceAll("$1");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** The id of the caller's only hit on that identifier; empty when it sees none. */
    String hit(Caller caller, String identifier) {
        List<String> found =
                as(
                        caller.identity(),
                        () ->
                                jdbc.sql(
                                                """
                                                select distinct h.hit_id::text
                                                from deconfliction.holding h
                                                join deconfliction.side s
                                                  on s.hit_id = h.hit_id and s.body = h.body
                                                where h.value = :value
                                                """)
                                        .param("value", identifier)
                                        .query(String.class)
                                        .list());
        return found.isEmpty() ? "" : found.getFirst();
    }
}
