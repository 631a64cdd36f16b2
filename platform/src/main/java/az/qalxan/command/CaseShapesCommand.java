package az.qalxan.command;

import az.qalxan.engines.caseontology.CaseShapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./qalxan case shapes}. */
@Command(
        name = "shapes",
        mixinStandardHelpOptions = true,
        description =
                "Takes the ontologies and shapes of a folder over into a data folder, in place"
                        + " of those there, so that exports are judged by them.")
final class CaseShapesCommand implements Callable<Integer> {

    /** The folder within a data folder. */
    static final String FOLDER = "case-shapes";

    @Parameters(paramLabel = "DIR", description = "A folder with Turtle files of UCO and CASE.")
    Path folder = Path.of("");

    @Option(names = "--data", required = true, description = "The data folder.")
    Path data = Path.of("");

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            CaseShapes shapes = CaseShapes.load(folder);
            Path place = data.resolve(FOLDER);
            shapes.copyTo(place);
            PrintWriter out = spec.commandLine().getOut();
            shapes.ontologies().forEach(out::println);
            out.printf(
                    "%d files lie in %s now, SHA-256 %s%n",
                    shapes.files().size(), place, shapes.digest());
            out.flush();
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("case: " + CaseValidateCommand.why(e));
            return 1;
        }
    }
}
