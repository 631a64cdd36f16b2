package az.qalxan.command;

import az.qalxan.engines.warrants.Reading;
import az.qalxan.engines.warrants.Warrants;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./qalxan etsi export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Reads a message in as the platform does and writes it out again, unchanged in"
                        + " meaning. An order of a running platform is exported from its page"
                        + " or under /operators/orders/NUMBER/etsi.xml.")
final class EtsiExportCommand extends EtsiFiles implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A message in XML.")
    Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it; standard output otherwise.")
    @Nullable Path out;

    @Spec CommandSpec spec;

    EtsiExportCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        try {
            return switch (read(file)) {
                case Reading.Understood one -> {
                    write(Warrants.write(one.message()));
                    yield 0;
                }
                case Reading.Malformed one -> {
                    one.violations().forEach(found -> error.println("etsi: " + found));
                    yield 1;
                }
            };
        } catch (IOException e) {
            unreadable(error, file, e);
            return 1;
        }
    }

    private void write(byte[] message) throws IOException {
        Path target = out;
        if (target != null) {
            Files.write(target, message);
            return;
        }
        PrintWriter standard = spec.commandLine().getOut();
        standard.print(new String(message, java.nio.charset.StandardCharsets.UTF_8));
        standard.flush();
    }
}
