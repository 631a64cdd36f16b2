package az.qalxan.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./qalxan paper}: papers between states, without a server. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description = "Reads papers between states.",
        subcommands = PaperReadCommand.class)
final class PaperCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }
}
