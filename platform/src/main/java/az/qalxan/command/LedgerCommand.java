package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan ledger}: logs in the tlog-tiles form, without network and database. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Checks append-only logs (C2SP tlog-tiles) and proofs over them.",
        subcommands = {
            LedgerAuditCommand.class,
            LedgerVectorsCommand.class,
            LedgerVerifyCommand.class
        })
final class LedgerCommand {

    LedgerCommand() {}
}
