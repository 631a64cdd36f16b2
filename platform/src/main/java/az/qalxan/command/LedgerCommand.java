package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan ledger}: logs in the tlog-tiles form, and the own one after a restore. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description =
                "Checks append-only logs (C2SP tlog-tiles) and proofs over them; lets the own log"
                        + " go on after a restore.",
        subcommands = {
            LedgerAuditCommand.class,
            LedgerContinueCommand.class,
            LedgerVectorsCommand.class,
            LedgerVerifyCommand.class
        })
final class LedgerCommand {

    LedgerCommand() {}
}
