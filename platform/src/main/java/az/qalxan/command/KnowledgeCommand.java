package az.qalxan.command;

import az.qalxan.exchange.KnowledgeKeeping;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan knowledge}: what is known of values is read from all stored objects anew. */
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        description = {
            "Reads from all stored objects of collections anew which values they hold and what"
                    + " they name. What was known stays known meanwhile; the same command again"
                    + " begins anew. A server does it by itself for objects of which nothing is"
                    + " known yet.",
            "Stop the server first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was read", "2:the command line is wrong"})
final class KnowledgeCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "The data folder.")
    Path data = Path.of("");

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext started = Platform.quietly(data)) {
            long read = started.getBean(KnowledgeKeeping.class).rebuild();
            PrintWriter out = spec.commandLine().getOut();
            out.printf("knowledge: %,d versions of objects read%n", read);
            out.flush();
            return 0;
        }
    }
}
