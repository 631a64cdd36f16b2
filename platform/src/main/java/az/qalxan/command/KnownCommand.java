package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan known}: sets of known files, without network and database. */
@Command(
        name = "known",
        mixinStandardHelpOptions = true,
        description =
                "Builds exact sets of known files and tells which files stand in them. A Bloom"
                        + " filter alone only says \"perhaps\".",
        subcommands = {KnownBuildCommand.class, KnownCheckCommand.class})
final class KnownCommand {

    KnownCommand() {}
}
