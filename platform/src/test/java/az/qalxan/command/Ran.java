package az.qalxan.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command answered. */
record Ran(int code, String out, String error) {

    /** Runs a command in this process. */
    static Ran of(Object command, Object... words) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int code =
                new CommandLine(command)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(error))
                        .execute(Arrays.stream(words).map(Ran::word).toArray(String[]::new));
        return new Ran(code, out.toString(), error.toString());
    }

    private static String word(Object word) {
        return word instanceof Path path ? path.toString() : String.valueOf(word);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
