package az.qalxan.command;

import az.qalxan.engines.warrants.Reading;
import az.qalxan.engines.warrants.Warrants;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
                        + " meaning; or writes out an order of a platform, from its data folder or"
                        + " its server.")
final class EtsiExportCommand extends EtsiFiles implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A message in XML.")
    @Nullable Path file;

    @Option(names = "--order", paramLabel = "NUMBER", description = "The number of an order.")
    String order = "";

    @ArgGroup(exclusive = true)
    @Nullable WhereOptions where;

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
        @Nullable Path message = file;
        @Nullable WhereOptions place = where;
        boolean ofOrder = !order.isEmpty() && place != null && message == null;
        boolean ofFile = order.isEmpty() && place == null && message != null;
        if (!ofOrder && !ofFile) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "etsi: name a FILE, or --order NUMBER with --data, or with --server"
                                    + " and --token.");
            return 2;
        }
        return ofOrder
                ? order(Objects.requireNonNull(place))
                : rewrite(Objects.requireNonNull(message));
    }

    private int order(WhereOptions place) {
        PrintWriter error = spec.commandLine().getErr();
        try {
            write(EtsiOrders.message(place, order));
            return 0;
        } catch (CallRefused e) {
            error.println("etsi: " + e.getMessage());
        } catch (ConnectException e) {
            error.println("etsi: no server answers at that address.");
        } catch (IOException e) {
            error.println("etsi: " + e.getMessage());
        }
        return 1;
    }

    private int rewrite(Path file) {
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
