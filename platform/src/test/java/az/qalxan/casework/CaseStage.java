package az.qalxan.casework;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.access.Accounts;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of casework do again and again: people, reports, cases, requests, rows. */
public final class CaseStage {

    /** A reason long enough. */
    public static final String WORDS = "Səbəb sınaq üçün yazılıb.";

    private final MockMvc mvc;
    private final Intake intake;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public CaseStage(ApplicationContext context) {
        this.mvc = context.getBean(MockMvc.class);
        this.intake = context.getBean(Intake.class);
        this.accounts = context.getBean(Accounts.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    /** A person with an account, so that colleagues can choose them. */
    public Caller person(String body, Role... roles) {
        TestAccount account = SignedIn.account(accounts, body, roles);
        return new Caller(
                account.id(), "Sınaq " + account.username(), account.body(), account.roles());
    }

    public MockHttpServletResponse get(Caller caller, String path) throws Exception {
        return send(caller, MockMvcRequestBuilders.get(path));
    }

    public String page(Caller caller, String path) throws Exception {
        return get(caller, path).getContentAsString();
    }

    /** Posts fields given as name, value, name, value … */
    public MockHttpServletResponse post(Caller caller, String path, String... fields)
            throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(caller, request);
    }

    private MockHttpServletResponse send(
            Caller caller, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    public Receipt report(String story) {
        return report(story, Contact.NONE, Instant.now());
    }

    public Receipt report(String story, Contact contact, Instant at) {
        NewReport report =
                new NewReport(
                        "phone-fraud",
                        at,
                        at,
                        "baku",
                        Channel.WEB,
                        "az",
                        story,
                        null,
                        List.of(),
                        "",
                        contact);
        return ActingAs.call(
                        TransactionIdentity.job("test"), () -> intake.receiveAll(List.of(report)))
                .getFirst();
    }

    /** Opens a case with one new report; the answer is its number. */
    public String open(Caller caller, String title) throws Exception {
        return accept(caller, report("Sınaq üçün müraciət: " + title), title);
    }

    public String accept(Caller caller, Receipt report, String title) throws Exception {
        String place =
                post(caller, "/reports/" + report.id() + "/accept", "title", title)
                        .getHeader("Location");
        if (place == null) {
            throw new AssertionError("the report was not accepted");
        }
        return place.substring("/cases/".length());
    }

    /** Restricts a case that nobody has changed since it was opened. */
    public void restrict(Caller caller, String number) throws Exception {
        int status =
                post(
                                caller,
                                "/cases/" + number + "/restrict",
                                "version",
                                String.valueOf(version(number)),
                                "restricted",
                                "true",
                                "reason",
                                WORDS)
                        .getStatus();
        if (status != 302) {
            throw new AssertionError("not restricted: " + status);
        }
    }

    public int version(String number) {
        return number("select version from casework.case_file where number = :it", number);
    }

    /** One number that the system sees; {@code :it} stands for the text. */
    public int number(String sql, String it) {
        return system(() -> jdbc.sql(sql).param("it", it).query(Integer.class).single());
    }

    /** Texts that the system sees; {@code :it} stands for the text. */
    public List<String> texts(String sql, String it) {
        return system(() -> jdbc.sql(sql).param("it", it).query(String.class).list());
    }

    private <T> T system(Callable<T> work) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        transaction.execute(status -> {
                            try {
                                return work.call();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        }));
    }

    /** The acts that the journal holds about that subject. */
    public List<String> acts(String subject) {
        return texts(
                "select act from audit.event where subject_id = :it order by sequence", subject);
    }

    /** The reporter's own page. */
    public String follow(Receipt receipt) throws Exception {
        MockHttpSession session = new MockHttpSession();
        Map<String, String> fields =
                Map.of(
                        "reference",
                        receipt.reference().value(),
                        "secret",
                        receipt.secret().value());
        var request = MockMvcRequestBuilders.post("/follow");
        fields.forEach(request::param);
        mvc.perform(request.session(session).with(csrf()));
        return mvc.perform(MockMvcRequestBuilders.get("/follow").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
