package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan evidence}: exhibits at a server, and the keys of their files. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description =
                "Adds and exports exhibits at a server; changes and destroys the keys of stored"
                        + " files.",
        subcommands = {
            EvidenceAddCommand.class,
            EvidenceEraseCommand.class,
            EvidenceExportCommand.class,
            EvidenceRotateCommand.class
        })
final class EvidenceCommand {

    EvidenceCommand() {}
}
