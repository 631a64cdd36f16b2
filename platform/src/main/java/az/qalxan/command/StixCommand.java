package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan stix}: what CERTs exchange as STIX 2.1. */
@Command(
        name = "stix",
        mixinStandardHelpOptions = true,
        description = "Judges objects and patterns of STIX 2.1.",
        subcommands = {StixMatchCommand.class})
final class StixCommand {

    StixCommand() {}
}
