package az.qalxan.command;

import az.qalxan.database.Backup;
import picocli.CommandLine.Model.CommandSpec;

/** Says how a backup or restore ended, in words and as an exit code. */
final class Outcomes {

    private Outcomes() {}

    static int report(String command, Backup.Outcome outcome, CommandSpec spec) {
        return switch (outcome) {
            case Backup.Outcome.Done(int tables, long rows) -> {
                spec.commandLine()
                        .getOut()
                        .printf("%s: %d tables, %d rows, digests agree%n", command, tables, rows);
                yield 0;
            }
            case Backup.Outcome.Refused(String why) -> {
                spec.commandLine().getErr().println(command + ": " + why);
                yield 1;
            }
        };
    }
}
