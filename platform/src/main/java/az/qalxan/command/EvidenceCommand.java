package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan evidence}: exhibits at a server. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Works on exhibits at a server.",
        subcommands = {EvidenceAddCommand.class, EvidenceExportCommand.class})
final class EvidenceCommand {

    EvidenceCommand() {}
}
