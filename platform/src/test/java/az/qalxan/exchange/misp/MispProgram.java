package az.qalxan.exchange.misp;

import az.qalxan.QalxanApplication;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.exchange.Shelves;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/** One CERT with MISP at its door as a process of its own, told by lines what its people do. */
public final class MispProgram {

    private final ConfigurableApplicationContext context;
    private final Shelves shelves;
    private final Caller analyst;
    private final Caller second;

    private MispProgram(ConfigurableApplicationContext context, String body) {
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
        MispProgram program = new MispProgram(application.run(), arguments[3]);
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
            case "open" -> shelves.collection(analyst, Handling.GREEN, Handling.AMBER).toString();
            case "program" -> shelves.program(words[1]).token();
            case "permit" -> {
                shelves.permit(
                        analyst,
                        UUID.fromString(words[1]),
                        words[2],
                        Handling.GREEN,
                        Handling.GREEN);
                yield "";
            }
            case "register" -> register(words);
            case "round" -> round(UUID.fromString(words[1]));
            case "die" -> die(UUID.fromString(words[1]), Integer.parseInt(words[2]));
            case "received" -> received(words[1]);
            default -> throw new IllegalStateException("unknown: " + words[0]);
        };
    }

    /** Words: address, key, our collection, way. Two people do it. */
    private String register(String[] words) {
        MispRemoteForm form =
                new MispRemoteForm(
                        "Başqa MISP",
                        "other-misp",
                        "server",
                        words[1],
                        words[2],
                        words[3],
                        Handling.GREEN.label(),
                        words[4],
                        "1440");
        MispRemoteDesk desk = context.getBean(MispRemoteDesk.class);
        UUID id = shelves.as(analyst, () -> desk.register(analyst, form));
        shelves.as(
                second,
                () -> {
                    desk.admit(second, id);
                    return true;
                });
        return id.toString();
    }

    /** Its trouble, and how many events were taken, refused and pushed by now. */
    private String round(UUID id) {
        MispRemoteDesk desk = context.getBean(MispRemoteDesk.class);
        MispRemote.State before = shelves.as(analyst, () -> desk.require(id)).state();
        shelves.as(
                analyst,
                () -> {
                    desk.hurry(id);
                    return true;
                });
        MispRemote.State state = before;
        while (state.trouble().isEmpty()
                && java.util.Objects.equals(state.succeededAt(), before.succeededAt())) {
            context.getBean(MispRounds.class).runNext();
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            state = shelves.as(analyst, () -> desk.require(id)).state();
        }
        List<Integer> counts = shelves.as(analyst, () -> desk.counts(id));
        return state.trouble() + state.words() + "|" + counts;
    }

    /** Works until that many events are here, and dies. */
    private String die(UUID id, int events) {
        MispRemoteDesk desk = context.getBean(MispRemoteDesk.class);
        Thread.ofPlatform()
                .start(() -> {
                    while (shelves.as(analyst, () -> desk.counts(id)).getFirst() < events) {
                        java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
                    }
                    Runtime.getRuntime().halt(137);
                });
        return round(id) + " still alive";
    }

    /** Who received an event, as the log says. */
    private String received(String event) {
        return shelves.as(
                analyst,
                () ->
                        context
                                .getBean(DeliveryNotes.class)
                                .of(
                                        context.getBean(
                                                        org.springframework.jdbc.core.simple
                                                                .JdbcClient.class)
                                                .sql(
                                                        "select number from exchange.misp_event"
                                                                + " where uuid = ?::uuid")
                                                .param(event)
                                                .query(Long.class)
                                                .single(),
                                        100)
                                .stream()
                                .map(one -> one.body() + " " + one.door() + " " + one.stamp())
                                .distinct()
                                .sorted()
                                .toList()
                                .toString());
    }
}
