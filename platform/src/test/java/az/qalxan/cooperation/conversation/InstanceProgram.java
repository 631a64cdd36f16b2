package az.qalxan.cooperation.conversation;

import az.qalxan.QalxanApplication;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.cooperation.Drafts;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.MessageReceipted;
import az.qalxan.transmission.MessageReceived;
import az.qalxan.transmission.PairStage;
import az.qalxan.transmission.PeerDesk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance as a process of its own, told by lines what its officer does, and to die when. */
public final class InstanceProgram {

    private final ConfigurableApplicationContext context;
    private final Caller officer;
    private volatile String fatal = "";

    private InstanceProgram(ConfigurableApplicationContext context, String body) {
        this.context = context;
        this.officer = SignedIn.caller(body, Role.DUTY_OFFICER, Role.INVESTIGATOR);
    }

    /** Arguments: country, data folder, peers' port, our body. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "qalxan.pack",
                        arguments[0],
                        "qalxan.data",
                        arguments[1],
                        "qalxan.database.durable",
                        "false",
                        "qalxan.peers.port",
                        arguments[2],
                        "qalxan.peers.host",
                        "127.0.0.1",
                        "qalxan.peers.body",
                        arguments[3],
                        "qalxan.peers.name",
                        "Qalxan " + arguments[0],
                        "server.port",
                        "0"));
        InstanceProgram program = new InstanceProgram(application.run(), arguments[3]);
        program.listen();
        out.println("READY");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(program.obey(line.split("\\|", -1)));
            out.flush();
        }
        program.context.close();
    }

    /** The last listener of an event stands where its transaction is about to commit. */
    private void listen() {
        ApplicationListener<PayloadApplicationEvent<?>> last =
                event -> {
                    boolean now =
                            (fatal.equals("hearing")
                                            && event.getPayload() instanceof MessageReceived)
                                    || (fatal.equals("receipting")
                                            && event.getPayload() instanceof MessageReceipted);
                    if (now) {
                        Runtime.getRuntime().halt(137);
                    }
                };
        context.addApplicationListener(last);
    }

    private String obey(String[] words) {
        try {
            return "OK " + act(words);
        } catch (IllegalStateException | az.qalxan.web.ProblemFound e) {
            return "NO " + e.getMessage();
        }
    }

    private String act(String[] words) {
        return switch (words[0]) {
            case "card" -> new PairStage(context).card();
            case "admit" -> {
                new PairStage(context).admit(words[1], words[2], words[3], words[4]);
                yield "";
            }
            case "die" -> {
                fatal = words[1];
                yield "";
            }
            case "draft" -> new Drafts(context).enter(officer, "out", words[1], words[2]);
            case "follow" -> {
                new Drafts(context).follow(officer, words[1], words[2]);
                yield "";
            }
            case "send" -> send(words[1], new Talk.Addressee(words[2], words[3]));
            case "theirs" -> theirs(words[1]);
            case "ask-extension" -> {
                as(() ->
                        context.getBean(Talk.class)
                                .say(
                                        words[1],
                                        new Word.ExtensionAsked("Kömək sorğusu hazırlanır"),
                                        officer));
                yield "";
            }
            case "disclose" -> {
                Attached file =
                        new Attached(
                                "jurnal.csv",
                                "text/csv",
                                "vaxt,ünvan\n".getBytes(StandardCharsets.UTF_8));
                AnswerFiles.with(
                        List.of(file),
                        () -> step(words[1], new RequestStep.Execute("Jurnal əlavədədir", "")));
                yield "";
            }
            case "step" -> step(words[1], step(words[2]));
            case "state" -> state(words[1]);
            default -> throw new IllegalStateException("unknown: " + words[0]);
        };
    }

    private void as(Runnable work) {
        SignedIn.run(officer, work);
    }

    private String send(String number, Talk.Addressee to) {
        as(() -> {
            int version = context.getBean(RequestDesk.class).require(number).head().version();
            context.getBean(Talk.class).send(new Talk.Act(number, version, officer), to);
        });
        return "";
    }

    private String step(String number, RequestStep step) {
        as(() -> {
            RequestDesk desk = context.getBean(RequestDesk.class);
            desk.take(number, desk.require(number).head().version(), step, officer);
        });
        return "";
    }

    private static RequestStep step(String name) {
        Instant now = Clock.systemUTC().instant();
        Instant held = now.minus(Duration.ofDays(70));
        return switch (name) {
            case "acknowledge" -> new RequestStep.Acknowledge();
            case "preserve" -> new RequestStep.Preserve(held, held);
            case "renew" -> new RequestStep.Renew(now, "Sorğu edənin xahişi ilə");
            case "release" -> new RequestStep.Let("Məlumat verildi, saxlanmaya ehtiyac yoxdur");
            case "close" -> new RequestStep.Close("Bitdi");
            default -> throw new IllegalStateException("no step " + name);
        };
    }

    private <T> T system(java.util.function.Supplier<T> work) {
        TransactionTemplate transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> java.util.Objects.requireNonNull(transaction.execute(s -> work.get())));
    }

    /** Our number of the request that has that number there; empty when it has not come. */
    private String theirs(String number) {
        return system(() ->
                context.getBean(JdbcClient.class)
                        .sql(
                                """
                                select number from cooperation.request
                                where counterpart_reference = :number
                                """)
                        .param("number", number)
                        .query(String.class)
                        .optional()
                        .orElse(""));
    }

    /** State, the other side's number, words said and not receipted, files held, digest of both. */
    private String state(String number) {
        return system(() -> {
            RequestView request = context.getBean(RequestDesk.class).require(number);
            UUID id = request.head().id();
            TalkThread thread = context.getBean(ThreadStore.class).of(id).orElseThrow();
            List<WordRow> words = context.getBean(WordStore.class).of(id);
            PeerDesk.Side held =
                    context.getBean(PeerDesk.class)
                            .digest(thread.with().peer(), thread.with().conversation());
            return String.join(
                    "|",
                    request.state(),
                    request.head().counterpart().reference(),
                    String.valueOf(
                            words.stream()
                                    .filter(word -> word.is("waiting") || word.is("handed"))
                                    .count()),
                    String.valueOf(words.stream().mapToInt(word -> word.files().size()).sum()),
                    String.valueOf(words.size()),
                    String.valueOf(words.stream().filter(WordRow::troubled).count()),
                    held.digest());
        });
    }
}
