package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan stix}: threat intelligence in STIX 2.1. */
@Command(
        name = "stix",
        mixinStandardHelpOptions = true,
        description = "Judges objects, bundles and patterns of STIX 2.1.",
        subcommands = {StixCheckCommand.class, StixMatchCommand.class})
final class StixCommand {

    StixCommand() {}
}
