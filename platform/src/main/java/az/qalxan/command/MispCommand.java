package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan misp}: events in the core format of MISP. */
@Command(
        name = "misp",
        mixinStandardHelpOptions = true,
        description = "Converts between events of MISP and bundles of STIX 2.1.",
        subcommands = {MispConvertCommand.class})
final class MispCommand {

    MispCommand() {}
}
