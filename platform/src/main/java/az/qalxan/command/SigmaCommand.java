package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan sigma}: detection rules of the Sigma specification. */
@Command(
        name = "sigma",
        mixinStandardHelpOptions = true,
        description = "Checks detection rules (Sigma 2.1.0) and tests them on events.",
        subcommands = {SigmaCheckCommand.class, SigmaTestCommand.class})
final class SigmaCommand {

    SigmaCommand() {}
}
