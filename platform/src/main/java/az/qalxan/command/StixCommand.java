package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan stix}: threat intelligence in STIX 2.1. */
@Command(
        name = "stix",
        mixinStandardHelpOptions = true,
        description = "Judges objects and bundles of STIX 2.1 by the specification.",
        subcommands = {StixCheckCommand.class})
final class StixCommand {

    StixCommand() {}
}
