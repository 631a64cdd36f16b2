package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan notices}: reports of trouble in networks. */
@Command(
        name = "notices",
        mixinStandardHelpOptions = true,
        description =
                "Hands reports of trouble in networks to a server that notifies their owners.",
        subcommands = NoticesImportCommand.class)
final class NoticesCommand {

    NoticesCommand() {}
}
