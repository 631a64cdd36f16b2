package az.qalxan.command;

import az.qalxan.engines.language.Identification;
import az.qalxan.engines.language.LanguageIdentifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan language}: the language of each line on standard input. */
@Command(
        name = "language",
        mixinStandardHelpOptions = true,
        description =
                "Tells of each line on standard input its language (az, tr, ru, en, unknown), how"
                        + " it was typed (native, ascii, digraph, cyrillic) and the confidence.")
final class LanguageCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    @Spec CommandSpec spec;

    LanguageCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
            print(out, line, LanguageIdentifier.identify(line));
        }
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, String message, Identification found) {
        double confidence = Math.round(found.confidence() * 1_000) / 1_000.0;
        if (json) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("language", found.language().code());
            entry.put("typed", found.typed().code());
            entry.put("confidence", confidence);
            out.println(JsonMapper.shared().writeValueAsString(entry));
        } else {
            out.printf(
                    "%-8s %-9s %.3f  %s%n",
                    found.language().code(), found.typed().code(), confidence, message);
        }
    }
}
