package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan etsi}: messages of ETSI TS 103 120 in files. */
@Command(
        name = "etsi",
        mixinStandardHelpOptions = true,
        description = "Checks and rewrites messages of ETSI TS 103 120 (version 1.12.1).",
        subcommands = {EtsiCheckCommand.class, EtsiExportCommand.class})
final class EtsiCommand {

    EtsiCommand() {}
}
