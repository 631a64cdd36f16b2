package az.qalxan.command;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.ledger.ContinuedLog;
import az.qalxan.ledger.Continuing;
import az.qalxan.ledger.LogOversight;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan ledger continue}: the log of the journal goes on after a lawful restore. */
@Command(
        name = "continue",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the log of the journal go on after the data folder was restored from a backup:"
                    + " under another name with a new key, because the ended log may have been"
                    + " longer. The statement, signed by both keys, is for the keepers of"
                    + " witnesses (./qalxan witness continue), on /journal/log and for everybody"
                    + " at /log/continuation.",
            "With --same-name the log goes on as it is: only when nothing at all was done after"
                    + " the backup, as in a planned move. Witnesses find out if that is not so.",
            "Stop the server first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the log goes on",
            "1:it does not; the message says why",
            "2:the command line is wrong"
        })
final class LedgerContinueCommand implements Callable<Integer> {

    private static final TransactionIdentity COMMAND = TransactionIdentity.job("command");

    @Option(names = "--data", required = true, description = "The restored data folder.")
    Path data = Path.of("");

    @Option(
            names = "--by",
            required = true,
            description = "Who answers for it, as everybody will read it.")
    String by = "";

    @Option(names = "--reason", required = true, description = "Why it was restored.")
    String reason = "";

    @Option(
            names = "--restored-from",
            defaultValue = "",
            paramLabel = "TEXT",
            description =
                    "From what; needed where ./qalxan restore was not used (an external database).")
    String restoredFrom = "";

    @Option(names = "--same-name", description = "Nothing was done after the backup.")
    boolean sameName;

    @Option(
            names = "--out",
            defaultValue = "continuation.txt",
            description = "Where the statement is written (${DEFAULT-VALUE}).")
    Path out = Path.of("");

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (by.isBlank() || reason.isBlank()) {
            return refuse("--by and --reason are not empty.", 2);
        }
        if (!sameName && Files.exists(out)) {
            return refuse(out + " exists already; choose another name with --out.", 1);
        }
        Continuing.Order order = new Continuing.Order(by, reason, restoredFrom, sameName);
        try (ConfigurableApplicationContext started = Platform.quietly(data)) {
            LogOversight desk = started.getBean(LogOversight.class);
            return switch (ActingAs.call(COMMAND, () -> desk.goOn(order))) {
                case Continuing.Outcome.Done(ContinuedLog log) -> told(log);
                case Continuing.Outcome.Refused(String why) -> refuse(why, 1);
            };
        }
    }

    private int told(ContinuedLog log) throws IOException {
        PrintWriter printer = spec.commandLine().getOut();
        if (log.sameName()) {
            printer.printf("ledger: %s goes on from %d entries%n", log.name(), log.size());
        } else {
            Files.writeString(out, log.statement());
            printer.printf(
                    "ledger: %s ended with %d entries, at least %d are lost%n"
                            + "ledger: %s goes on%n"
                            + "ledger: its key %s%n"
                            + "ledger: give %s to the keepers of witnesses%n",
                    log.endedName(),
                    log.size(),
                    log.seen() - log.size(),
                    log.name(),
                    log.key(),
                    out);
        }
        printer.flush();
        return 0;
    }

    private int refuse(String why, int code) {
        spec.commandLine().getErr().println("ledger: " + why);
        return code;
    }
}
