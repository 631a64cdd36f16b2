package az.qalxan.command;

import az.qalxan.database.Backup;
import az.qalxan.engines.vault.Inventory;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Says how a backup or restore ended, in words and as an exit code. */
final class Outcomes {

    private Outcomes() {}

    static int report(String command, Backup.Outcome outcome, CommandSpec spec) {
        return switch (outcome) {
            case Backup.Outcome.Done(Backup.Amount amount, Optional<Inventory> evidence) -> {
                PrintWriter out = spec.commandLine().getOut();
                evidence.ifPresent(inventory -> tell(command, inventory, out));
                out.printf(
                        "%s: %d tables, %d rows, %d files, %d bytes of them, digests agree%n",
                        command, amount.tables(), amount.rows(), amount.files(), amount.bytes());
                yield 0;
            }
            case Backup.Outcome.Refused(String why) -> {
                spec.commandLine().getErr().println(command + ": " + why);
                yield 1;
            }
        };
    }

    /** What could not be read is as it was saved: nothing is repaired, and nothing hidden. */
    private static void tell(String command, Inventory evidence, PrintWriter out) {
        out.printf(
                "%s: evidence of %d cases, %d erased; %d files can be opened%n",
                command, evidence.cases(), evidence.erased(), evidence.files());
        evidence.troubles()
                .forEach(one -> out.printf("  cannot be opened: %s (%s)%n", one.what(), one.why()));
    }
}
