package az.qalxan.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs {@code ./qalxan taxii} for the tests of other modules. */
public final class TaxiiLine {

    private TaxiiLine() {}

    /** What it said. */
    public record Said(int code, String out, String error) {}

    public static Said run(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        CommandLine line =
                new CommandLine(new TaxiiCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(error));
        int code = line.execute(words.toArray(String[]::new));
        return new Said(code, out.toString(), error.toString());
    }
}
