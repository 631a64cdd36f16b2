package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan evidence}: exhibits of a server. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Works with the exhibits of a server.",
        subcommands = {EvidenceExportCommand.class})

/** {@code ./qalxan evidence}: exhibits at a server. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Works on exhibits at a server.",
        subcommands = {EvidenceAddCommand.class})
final class EvidenceCommand {

    EvidenceCommand() {}
}
