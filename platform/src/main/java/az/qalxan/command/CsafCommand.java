package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan csaf}: security advisories in CSAF 2.0 and 2.1. */
@Command(
        name = "csaf",
        mixinStandardHelpOptions = true,
        description = "Judges security advisories in CSAF 2.0 and 2.1.",
        subcommands = CsafCheckCommand.class)
final class CsafCommand {

    CsafCommand() {}
}
