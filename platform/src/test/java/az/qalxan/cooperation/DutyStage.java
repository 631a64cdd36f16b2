package az.qalxan.cooperation;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.access.Caller;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the duty desk do again and again. */
class DutyStage {

    /** A reason long enough. */
    static final String WORDS = "Səbəb sınaq üçün yazılıb.";

    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DutyStage(MockMvc mvc, JdbcClient jdbc, PlatformTransactionManager manager) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
    }

    MockHttpServletResponse get(Caller caller, String path) throws Exception {
        return send(caller, MockMvcRequestBuilders.get(path));
    }

    String page(Caller caller, String path) throws Exception {
        return get(caller, path).getContentAsString();
    }

    /** Posts fields given as name, value, name, value … */
    MockHttpServletResponse post(Caller caller, String path, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(caller, request);
    }

    MockHttpServletResponse postJson(Caller caller, String path, String key, String json)
            throws Exception {
        return send(
                caller,
                MockMvcRequestBuilders.post(path)
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .content(json));
    }

    private MockHttpServletResponse send(
            Caller caller, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** Enters an incoming request from Türkiye by the form; the answer is its number. */
    String enter(Caller caller, String kind, String... more) throws Exception {
        String[] fields =
                List.of(
                                "kind", kind,
                                "direction", "in",
                                "state", "TR",
                                "authority", "Sınaq 24/7 nöqtəsi",
                                "data", "Sınaq poçt qutusu " + UUID.randomUUID())
                        .toArray(String[]::new);
        String[] all = new String[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        MockHttpServletResponse answer = post(caller, "/duty/requests", all);
        String place = answer.getHeader("Location");
        if (place == null) {
            throw new AssertionError(answer.getStatus() + " " + answer.getContentAsString());
        }
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** Takes a step with the request's present version; the answer is the status. */
    int step(Caller caller, String number, String step, String... fields) throws Exception {
        return answer(caller, number, step, fields).getStatus();
    }

    MockHttpServletResponse answer(Caller caller, String number, String step, String... fields)
            throws Exception {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "version";
        all[fields.length + 1] = String.valueOf(version(number));
        return post(caller, "/duty/requests/" + number + "/" + step, all);
    }

    int version(String number) {
        return number("select version from cooperation.request where number = :it", number);
    }

    String state(String number) {
        return texts("select state from cooperation.request where number = :it", number).getFirst();
    }

    /** One number that the system sees; {@code :it} stands for the text. */
    int number(String sql, String it) {
        return system(() -> jdbc.sql(sql).param("it", it).query(Integer.class).single());
    }

    /** Texts that the system sees; {@code :it} stands for the text. */
    List<String> texts(String sql, String it) {
        return system(() -> jdbc.sql(sql).param("it", it).query(String.class).list());
    }

    <T> T system(Supplier<T> work) {
        return as(TransactionIdentity.job("test"), work);
    }

    <T> T as(TransactionIdentity identity, Supplier<T> work) {
        return ActingAs.call(
                identity, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
