package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan case}: graphs in CASE and UCO. */
@Command(
        name = "case",
        mixinStandardHelpOptions = true,
        description = "Judges graphs in CASE/UCO by the published shapes, which it takes over.",
        subcommands = {CaseValidateCommand.class, CaseShapesCommand.class})
final class CaseCommand {

    CaseCommand() {}
}
