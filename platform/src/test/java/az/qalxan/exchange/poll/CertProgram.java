package az.qalxan.exchange.poll;

import az.qalxan.QalxanApplication;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.EnvelopeReading;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.Redactions;
import az.qalxan.exchange.Shelves;
import az.qalxan.exchange.Verdict;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One CERT as a process of its own, told by lines what its analyst does, and to die when. */
public final class CertProgram {

    private final ConfigurableApplicationContext context;
    private final Shelves shelves;
    private final Caller analyst;
    private final Caller second;

    private CertProgram(ConfigurableApplicationContext context, String body) {
        this.context = context;
        this.shelves = new Shelves(context);
        this.analyst = SignedIn.caller(body, Role.CERT_ANALYST, Role.EXCHANGE_CLIENT);
        this.second = SignedIn.caller(body, Role.CERT_ANALYST);
    }

    /** Arguments: pack, data folder, port, our body. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "qalxan.data", arguments[1],
                        "qalxan.database.durable", "false",
                        "server.port", arguments[2]));
        CertProgram program = new CertProgram(application.run(), arguments[3]);
        out.println("READY");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(program.obey(line.split("\\|", -1)));
            out.flush();
        }
        program.context.close();
    }

    private String obey(String[] words) {
        try {
            return "OK " + act(words);
        } catch (IllegalStateException | DataAccessException | az.qalxan.web.ProblemFound e) {
            return "NO " + e;
        }
    }

    private String act(String[] words) {
        return switch (words[0]) {
            case "open" -> shelves.collection(analyst, Handling.GREEN, Handling.RED).toString();
            case "program" -> {
                Shelves.Program program = shelves.program(words[1]);
                yield program.name() + "|" + program.token();
            }
            case "permit" -> {
                shelves.permit(analyst, UUID.fromString(words[1]), words[2], Handling.GREEN, null);
                yield "";
            }
            case "speak" -> {
                shelves.speaker(analyst, second, words[1]);
                yield "";
            }
            case "put" -> put(UUID.fromString(words[1]), words[2]);
            case "register" -> register(words);
            case "round" -> round(UUID.fromString(words[1]));
            case "die" -> die(UUID.fromString(words[1]), Integer.parseInt(words[2]));
            case "redact" -> redact(words);
            case "delivered" -> delivered(words[1], words[2]);
            case "receipts" -> receipts(words[1]);
            case "arrivals" -> arrivals(words[1]);
            case "content" -> content(words[1], words[2]);
            case "count" -> count(words[1]);
            case "behind" -> behind();
            default -> throw new IllegalStateException("unknown: " + words[0]);
        };
    }

    /** The faults of what was refused; empty when all was taken. */
    private String put(UUID collection, String envelope) {
        byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
        if (!(EnvelopeReader.read(new ByteArrayInputStream(bytes))
                instanceof EnvelopeReading.Read read)) {
            throw new IllegalStateException("unreadable");
        }
        List<Verdict> verdicts =
                shelves.as(
                        analyst,
                        () ->
                                context.getBean(ObjectIntake.class)
                                        .take(
                                                analyst,
                                                shelves.reach(analyst, collection),
                                                read,
                                                _ -> {}));
        return verdicts.stream()
                .filter(one -> !one.taken())
                .map(Verdict::fault)
                .collect(Collectors.joining(";"));
    }

    /** Words: root, collection there, user, password, ours. */
    private String register(String[] words) {
        RemoteForm form =
                new RemoteForm(
                        "Başqa CERT",
                        "other-cert",
                        words[1],
                        words[2],
                        words[3],
                        words[4],
                        words[5],
                        Handling.AMBER.label(),
                        "0",
                        "1440");
        RemoteDesk desk = context.getBean(RemoteDesk.class);
        UUID id = shelves.as(analyst, () -> desk.register(analyst, form));
        shelves.as(
                second,
                () -> {
                    desk.admit(second, id);
                    return true;
                });
        return id.toString();
    }

    /** The server, read to its end; its trouble, and what was taken and refused by now. */
    private String round(UUID id) {
        RemoteDesk desk = context.getBean(RemoteDesk.class);
        RemoteServer.State before = shelves.as(analyst, () -> desk.require(id)).state();
        shelves.as(
                analyst,
                () -> {
                    desk.hurry(id);
                    return true;
                });
        RemoteServer.State state = before;
        while (state.trouble().isEmpty()
                && java.util.Objects.equals(state.succeededAt(), before.succeededAt())) {
            context.getBean(Polling.class).readNext();
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            state = shelves.as(analyst, () -> desk.require(id)).state();
        }
        return state.trouble()
                + state.words()
                + "|"
                + state.counts().taken()
                + "|"
                + state.counts().refused();
    }

    /** Keeps that many pages and dies in the midst of the next. */
    private String die(UUID id, int pages) {
        RemoteServer remote =
                shelves.as(analyst, () -> context.getBean(RemoteDesk.class).require(id));
        PageTaking taking = context.getBean(PageTaking.class);
        RemoteCalls.SignIn as =
                new RemoteCalls.SignIn(
                        remote.username(),
                        context.getBean(RemoteSecrets.class)
                                .open(
                                        system(() -> context.getBean(RemoteStore.class).secret(id)),
                                        id));
        int[] kept = {0};
        ActingAs.run(
                remote.identity(),
                () -> {
                    PageTaking.Work work =
                            new PageTaking.Work(
                                    remote,
                                    java.util.Objects.requireNonNull(taking.place(remote)),
                                    false);
                    new PollRound(
                                    remote.place().resolve("objects/"),
                                    null,
                                    address -> context.getBean(RemoteCalls.class).get(address, as),
                                    (objects, reached) -> {
                                        if (kept[0] == pages) {
                                            Runtime.getRuntime().halt(137);
                                        }
                                        kept[0]++;
                                        taking.keep(work, objects, reached);
                                    })
                            .run();
                });
        return "still alive";
    }

    /** Words: collection, object, audience, into. */
    private String redact(String[] words) {
        Redactions.Wanted wanted =
                new Redactions.Wanted(
                        UUID.fromString(words[1]),
                        words[2],
                        Handling.valueOf(words[3]),
                        UUID.fromString(words[4]));
        Redactions.Outcome outcome =
                shelves.as(analyst, () -> context.getBean(Redactions.class).make(analyst, wanted));
        return switch (outcome) {
            case Redactions.Made made -> made.id();
            case Redactions.Refused refused -> refused.reason();
        };
    }

    private <T> T system(java.util.function.Supplier<T> work) {
        TransactionTemplate transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private String lines(String sql, Object... parameters) {
        return system(() ->
                String.join(
                        ";",
                        context.getBean(JdbcClient.class)
                                .sql(sql)
                                .params(parameters)
                                .query(String.class)
                                .list()));
    }

    private String delivered(String collection, String body) {
        return lines(
                """
                select object_id || ' ' || version || ' ' || encode(meaning, 'hex')
                  from exchange.object_version v where collection_id = ?::uuid and exists (
                    select from exchange.delivery d
                     where d.collection_id = v.collection_id and d.body = ? and d.what = 'objects'
                       and d.moments @> (extract(epoch from v.added) * 1000000)::bigint)
                 order by 1
                """,
                collection,
                body);
    }

    private String receipts(String collection) {
        return lines(
                """
                select v.object_id || ' ' || v.version || ' ' || encode(r.meaning, 'hex') || r.fault
                  from exchange.receipt r
                  join exchange.object_version v using (collection_id, added)
                 where r.collection_id = ?::uuid order by 1
                """,
                collection);
    }

    private String arrivals(String remote) {
        return lines(
                """
                select a.object_id || ' ' || a.version || ' ' || encode(v.meaning, 'hex') || a.fault
                  from exchange.arrival a join exchange.remote r on r.id = a.remote_id
                  join exchange.object_version v on v.collection_id = r.into_id
                   and v.object_id = a.object_id and v.version = a.version
                 where r.id = ?::uuid order by 1
                """,
                remote);
    }

    private String content(String collection, String object) {
        return lines(
                """
                select content from exchange.object_version
                 where collection_id = ?::uuid and object_id = ? and is_last
                """,
                collection,
                object);
    }

    private String count(String collection) {
        return lines(
                """
                select count(*)::text || ' ' || count(distinct object_id)
                  from exchange.object_version where collection_id = ?::uuid
                """,
                collection);
    }

    /** The objects whose newest version has not reached all who have an earlier one. */
    private String behind() {
        return shelves.as(
                analyst,
                () ->
                        context.getBean(JdbcClient.class)
                                        .sql("select database.caller_body()")
                                        .query(String.class)
                                        .single()
                                + shelves.behind());
    }
}
