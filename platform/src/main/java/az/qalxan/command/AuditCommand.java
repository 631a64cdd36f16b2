package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan audit}: whether the journal is whole, and who dealt with what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Verifies the journal, and proves who dealt with a subject.",
        subcommands = {AuditVerifyCommand.class, AuditProveCommand.class, AuditCheckCommand.class})
final class AuditCommand {

    AuditCommand() {}

    /** A part that works on a data folder or a server. */
    abstract static class Part implements Callable<Integer> {

        @ArgGroup(exclusive = true, multiplicity = "1")
        WhereOptions where = new WhereOptions();

        @Option(names = "--json", description = "Print one JSON object.")
        boolean json;

        @Spec CommandSpec spec = CommandSpec.create();

        abstract int run(AuditSide side, PrintWriter out)
                throws IOException, CallRefused, InterruptedException;

        @Override
        public Integer call() throws IOException, InterruptedException {
            PrintWriter out = spec.commandLine().getOut();
            try (AuditSide side = AuditSide.of(where)) {
                return run(side, out);
            } catch (CallRefused e) {
                return refuse(String.valueOf(e.getMessage()));
            } catch (ConnectException e) {
                return refuse("no server answers at that address.");
            } finally {
                out.flush();
            }
        }

        int refuse(String why) {
            spec.commandLine().getErr().println("audit: " + why);
            return 1;
        }
    }
}
