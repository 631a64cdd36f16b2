package az.qalxan.exchange.poll;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.Shelves;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connections to the database are cut in the midst of envelopes, of pages and of rounds: whoever
 * sends again, and whoever reads on, misses nothing and gets nothing twice.
 */
@PlatformTest
class CutConnectionTest {

    private static final String TAXII = "application/taxii+json;version=2.1";
    private static final Pattern IDS = Pattern.compile("\"id\":\"(indicator--[0-9a-f-]{36})\"");
    private static final int WRITERS = 3;
    private static final int ENVELOPES = 12;
    private static final int OBJECTS = 20;

    @LocalServerPort int port;

    private final Caller owner = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller taker = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final Caller second = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);
    private final Shelves shelves;
    private final TransactionTemplate transaction;

    @Autowired
    CutConnectionTest(ApplicationContext context) {
        shelves = new Shelves(context);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    private <T> T system(java.util.function.Supplier<T> work) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** Ends whatever is in the midst of something with this module's tables. */
    private int cut() {
        int cut = 0;
        while (!over.get()) {
            try {
                cut +=
                        system(() ->
                                shelves.bean(JdbcClient.class)
                                        .sql(
                                                """
                                                select count(*) filter (where
                                                    pg_terminate_backend(pid))::integer
                                                  from pg_stat_activity
                                                 where usename = current_user
                                                   and pid <> pg_backend_pid()
                                                   and datname = current_database()
                                                   and state in ('active', 'idle in transaction')
                                                   and query like '%exchange.%'
                                                """)
                                        .query(Integer.class)
                                        .single());
            } catch (DataAccessException | TransactionException e) {
                // cut itself
            }
            LockSupport.parkNanos(60_000_000);
        }
        return cut;
    }

    private HttpRequest.Builder request(UUID collection, String query, Shelves.Program program) {
        String both = program.name() + ":" + program.token();
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:%d/taxii2/exchange/collections/%s/objects/%s"
                                        .formatted(port, collection, query)))
                .header("Accept", TAXII)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(both.getBytes()));
    }

    /** Sends until the server says that it has it. */
    private Set<String> write(UUID collection, Shelves.Program program) throws Exception {
        Set<String> sent = new HashSet<>();
        for (int i = 0; i < ENVELOPES; i++) {
            List<String> objects = new ArrayList<>();
            for (int j = 0; j < OBJECTS; j++) {
                String id = "indicator--" + UUID.randomUUID();
                sent.add(id);
                objects.add(
                        """
                        {"type":"indicator","spec_version":"2.1","id":"%s",\
                        "created":"2020-01-01T00:00:00.000Z",\
                        "modified":"2020-01-01T00:00:00.000Z","pattern_type":"stix",\
                        "pattern":"[ipv4-addr:value = '198.51.100.3']",\
                        "valid_from":"2020-01-01T00:00:00Z"}\
                        """
                                .formatted(id));
            }
            HttpRequest request =
                    request(collection, "", program)
                            .header("Content-Type", TAXII)
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"objects\":[" + String.join(",", objects) + "]}"))
                            .build();
            HttpResponse<String> answer = send(request);
            while (answer.statusCode() != 202) {
                answer = send(request);
            }
            assertThat(answer.body()).contains("\"failure_count\":0");
        }
        return sent;
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** As the standard says: on from the moment of the last. */
    private List<String> poll(UUID collection, Shelves.Program program) throws Exception {
        List<String> seen = new ArrayList<>();
        String after = "";
        while (true) {
            boolean last = writing.get() == 0;
            HttpResponse<String> page =
                    send(request(collection, "?limit=17" + after, program).GET().build());
            if (page.statusCode() != 200) {
                continue;
            }
            Matcher ids = IDS.matcher(page.body());
            int before = seen.size();
            while (ids.find()) {
                seen.add(ids.group(1));
            }
            if (seen.size() == before && last) {
                return seen;
            }
            after =
                    page.headers()
                            .firstValue("X-TAXII-Date-Added-Last")
                            .map(date -> "&added_after=" + date)
                            .orElse(after);
        }
    }

    private UUID register(UUID collection, Shelves.Program program, UUID into) {
        RemoteForm form =
                new RemoteForm(
                        "Kəsilən",
                        "c-" + UUID.randomUUID().toString().substring(0, 12),
                        "http://localhost:" + port + "/taxii2/exchange/",
                        collection.toString(),
                        program.name(),
                        program.token(),
                        into.toString(),
                        Handling.AMBER.label(),
                        "0",
                        "1440");
        RemoteDesk desk = shelves.bean(RemoteDesk.class);
        UUID id = shelves.as(taker, () -> desk.register(taker, form));
        shelves.as(
                second,
                () -> {
                    desk.admit(second, id);
                    return true;
                });
        return id;
    }

    /** A round, whatever happens to it. */
    private boolean round(UUID remote) {
        try {
            system(() ->
                    shelves.bean(JdbcClient.class)
                            .sql("update exchange.remote set next_at = 'epoch' where id = ?")
                            .param(remote)
                            .update());
            return shelves.bean(Polling.class).readNext();
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }

    private List<String> ids(UUID collection) {
        return system(() ->
                shelves.bean(JdbcClient.class)
                        .sql(
                                "select object_id from exchange.object_version where collection_id = ?")
                        .param(collection)
                        .query(String.class)
                        .list());
    }

    @Test
    void nothingIsMissedOrDoubledWhenConnectionsAreCut() throws Exception {
        UUID from = shelves.collection(owner, Handling.GREEN, Handling.AMBER);
        shelves.permit(owner, from, "dtx", Handling.AMBER, null);
        UUID into = shelves.collection(taker, Handling.GREEN, Handling.AMBER);
        Shelves.Program sender = shelves.program("din");
        Shelves.Program reader = shelves.program("dtx");
        UUID remote = register(from, reader, into);
        Set<String> sent = new HashSet<>();
        int cut;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> cutter = threads.submit(this::cut);
            Future<List<String>> poller = threads.submit(() -> poll(from, reader));
            List<Future<Set<String>>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(
                        threads.submit(() -> {
                            try {
                                return write(from, sender);
                            } finally {
                                writing.decrementAndGet();
                            }
                        }));
            }
            while (writing.get() > 0) {
                round(remote);
            }
            over.set(true);
            for (Future<Set<String>> writer : writers) {
                sent.addAll(writer.get());
            }
            assertThat(poller.get())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(sent);
            cut = cutter.get();
        }
        assertThat(cut).as("connections that were cut").isGreaterThan(5);
        assertThat(ids(from)).containsExactlyInAnyOrderElementsOf(sent);
        for (int i = 0; i < 100 && ids(into).size() < sent.size(); i++) {
            round(remote);
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(ids(into)).containsExactlyInAnyOrderElementsOf(sent);
    }
}
