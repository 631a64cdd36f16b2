package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan audit}: whether the journal is whole, and who dealt with what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Verifies the journal, and proves who dealt with a subject.",
        subcommands = {AuditVerifyCommand.class, AuditProveCommand.class, AuditCheckCommand.class})
final class AuditCommand {

    AuditCommand() {}

    /** A part that works on a data folder or a server. */
    abstract static class Part extends WhereCommand<AuditSide> {

        Part() {
            super("audit");
        }

        @Override
        AuditSide side() {
            return AuditSide.of(where);
        }
    }
}
