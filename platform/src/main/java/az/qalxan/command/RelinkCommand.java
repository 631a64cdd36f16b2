package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan relink}: links every report anew. */
@Command(
        name = "relink",
        mixinStandardHelpOptions = true,
        description = {
            "Links every report anew from what is stored of it. What people decided stays as it is."
                    + " New reports wait meanwhile and are linked afterwards.",
            "The same command again goes on with a run that was interrupted. On a server the run"
                    + " goes on without the command; /series/relink pauses it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is linked anew",
            "1:it was paused, given up or failed, or the server refused",
            "2:the command line is wrong"
        })
final class RelinkCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @ArgGroup(exclusive = true, multiplicity = "1")
    WhereOptions where = new WhereOptions();

    @Option(names = "--json", description = "Print one JSON object at the end.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (SeriesSide side = SeriesSide.of(where)) {
            return run(side);
        } catch (CallRefused e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (ConnectException e) {
            return refuse("no server answers at that address.");
        }
    }

    private int run(SeriesSide side) throws IOException, CallRefused, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode progress = side.relink();
        String told = "";
        while (progress.path("state").asString().equals("running")) {
            String now = words(progress);
            if (!json && !now.equals(told)) {
                out.println("  " + now);
                out.flush();
                told = now;
            }
            Thread.sleep(LOOK_EVERY);
            progress = side.progress();
        }
        if (json) {
            out.println(progress);
        } else {
            out.printf(
                    "relink: %s, %,d reports, %,d stand elsewhere now%n",
                    progress.path("state").asString(),
                    progress.path("reports").asLong(),
                    progress.path("changed").asLong());
        }
        out.flush();
        return progress.path("state").asString().equals("done") ? 0 : 1;
    }

    private static String words(JsonNode progress) {
        return "%s: %,d of %,d"
                .formatted(
                        progress.path("part").asString(),
                        progress.path("done").asLong(),
                        progress.path("total").asLong());
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("relink: " + why);
        return 1;
    }
}
