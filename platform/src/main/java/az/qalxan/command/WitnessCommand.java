package az.qalxan.command;

import az.qalxan.engines.ledger.Continuation;
import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.TreeHead;
import az.qalxan.engines.ledger.WitnessHome;
import az.qalxan.engines.ledger.WitnessServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./qalxan witness}: a body watches logs of others from a machine of its own. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description =
                "Watches logs and cosigns their checkpoints (C2SP tlog-witness), of each log one"
                        + " history only. Needs no database.")
final class WitnessCommand {

    private static final int PORT = 8_463;

    @Spec CommandSpec spec;

    WitnessCommand() {
        spec = CommandSpec.create();
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = "Makes a folder with a new key and prints the public one.")
    int init(
            @Parameters(paramLabel = "DIR", description = "The witness's folder.") Path folder,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "The key's name, such as dtx.gov.az/witness.")
                    String name) {
        try {
            out().println(WitnessHome.create(folder, new KeyName(name), new SecureRandom()));
            out().flush();
            return 0;
        } catch (IllegalArgumentException e) {
            return refused(name + " cannot be the name of a key: no spaces, no plus signs", 2);
        } catch (IOException e) {
            return refused(told(e), 1);
        }
    }

    @Command(
            name = "follow",
            mixinStandardHelpOptions = true,
            description = "Adds a log by its key; takes effect when the witness starts anew.")
    int follow(
            @Parameters(paramLabel = "DIR", description = "The witness's folder.") Path folder,
            @Parameters(
                            paramLabel = "VKEY",
                            converter = NoteKeyReading.class,
                            description = "The log's key (name+id+key).")
                    NoteKey key,
            @Option(
                            names = "--origin",
                            paramLabel = "ORIGIN",
                            description = "The log's origin, if it is not the key's name.")
                    Optional<String> origin) {
        if (key.use() != NoteKey.Use.LOG) {
            return refused(key.text() + " is no key of a log", 2);
        }
        try {
            WitnessHome home = new WitnessHome(folder);
            home.signer();
            home.follow(key, origin.orElse(key.name().value()));
            return 0;
        } catch (IOException e) {
            return refused(told(e), 1);
        }
    }

    @Command(
            name = "continue",
            mixinStandardHelpOptions = true,
            description = {
                "Follows a log that was restored from a backup under the name that it goes on with,"
                        + " and the ended one no more. Ask the log's keeper first whether it is"
                        + " true: what the ended log had beyond is lost.",
                "Stop the witness before."
            })
    int goOn(
            @Parameters(paramLabel = "DIR", description = "The witness's folder.") Path folder,
            @Parameters(
                            paramLabel = "FILE",
                            description = "The statement, from the keeper or /log/continuation.")
                    Path file) {
        try {
            Continuation read = new WitnessHome(folder).follow(Files.readAllBytes(file));
            tell(read, new WitnessHome(folder));
            out().flush();
            return 0;
        } catch (IOException e) {
            return refused(told(e), 1);
        }
    }

    /** A statement in words, with what this witness saw. */
    private void tell(Continuation read, WitnessHome home) throws IOException {
        Continuation.Words words = read.words();
        long saw = home.seen(read.ended().name().value()).size();
        out().printf(
                        "%s ended with %d entries; %s goes on%n"
                                + "  restored from %s by %s at %s: %s%n"
                                + "  this witness saw %d entries; %d of them are lost%n",
                        read.ended().name().value(),
                        read.head().size(),
                        read.next().name().value(),
                        words.restoredFrom(),
                        words.by(),
                        words.at(),
                        words.reason(),
                        saw,
                        Math.max(0, saw - read.head().size()));
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints the public key, the logs and the last tree seen of each.")
    int show(@Parameters(paramLabel = "DIR", description = "The witness's folder.") Path folder) {
        try (WitnessHome.Opened opened = new WitnessHome(folder).open(Clock.systemUTC())) {
            out().println(opened.witness().key());
            for (Map.Entry<String, TreeHead> log : opened.witness().seen().entrySet()) {
                TreeHead head = log.getValue();
                out().printf("%s %d %s%n", log.getKey(), head.size(), head.root().base64());
            }
            WitnessHome home = new WitnessHome(folder);
            for (Continuation one : home.continuations()) {
                tell(one, home);
            }
            out().flush();
            return 0;
        } catch (IOException e) {
            return refused(told(e), 1);
        }
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Serves POST /add-checkpoint until it is stopped.")
    int run(
            @Parameters(paramLabel = "DIR", description = "The witness's folder.") Path folder,
            @Option(
                            names = "--host",
                            paramLabel = "HOST",
                            defaultValue = "127.0.0.1",
                            description = "Where to listen (${DEFAULT-VALUE}).")
                    String host,
            @Option(
                            names = "--port",
                            paramLabel = "N",
                            defaultValue = "" + PORT,
                            description = "At which port (${DEFAULT-VALUE}); 0: any free one.")
                    int port) {
        try {
            WitnessHome.Opened opened = new WitnessHome(folder).open(Clock.systemUTC());
            WitnessServer server =
                    WitnessServer.start(
                            opened.witness(), new InetSocketAddress(host, port), this::journal);
            out().println("witness " + opened.witness().key());
            out().println("follows " + String.join(", ", opened.witness().seen().keySet()));
            out().println("serves http://" + host + ":" + server.port() + "/add-checkpoint");
            out().flush();
            return Qalxan.KEEP_RUNNING;
        } catch (IOException e) {
            return refused(told(e), 1);
        }
    }

    private void journal(String line) {
        out().println(Clock.systemUTC().instant() + " " + line);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int refused(String why, int code) {
        spec.commandLine().getErr().println("witness: " + why);
        return code;
    }

    private static String told(IOException e) {
        return switch (e) {
            case NoSuchFileException none ->
                    none.getFile() + " is not there; first: ./qalxan witness init DIR --name NAME";
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            default -> String.valueOf(e.getMessage());
        };
    }
}
