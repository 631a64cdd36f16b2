package az.qalxan.command;

import az.qalxan.engines.linking.Identifier;
import az.qalxan.engines.linking.IdentifierExtractor;
import az.qalxan.engines.linking.TextTooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan extract}: the identifiers that stand in the text on standard input. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description =
                "Finds phones, IBANs, cards, wallets, domains, URLs, e-mail and IP addresses and"
                        + " handles in the text on standard input. Offsets count Unicode code"
                        + " points. A card shows its first six and last four digits only.")
final class ExtractCommand implements Callable<Integer> {

    private static final int INPUT_BYTES_MAX = 4 * IdentifierExtractor.TEXT_CHARS_MAX;

    @Option(names = "--json", description = "Print one JSON array.")
    boolean json;

    @Option(
            names = "--region",
            defaultValue = "AZ",
            description = "ISO 3166 country of numbers without a country code (${DEFAULT-VALUE}).")
    String region = "AZ";

    @Spec CommandSpec spec;

    ExtractCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter error = spec.commandLine().getErr();
        String text = read(System.in);
        if (text.length() > IdentifierExtractor.TEXT_CHARS_MAX) {
            error.printf(
                    "extract: the text has more than %d characters; split it.%n",
                    IdentifierExtractor.TEXT_CHARS_MAX);
            return 1;
        }
        try {
            print(out, text, IdentifierExtractor.forRegion(region).extract(text));
            return 0;
        } catch (TextTooLongException e) {
            error.println("extract: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            error.println("extract: --region: " + e.getMessage());
            return 2;
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readNBytes(INPUT_BYTES_MAX), StandardCharsets.UTF_8);
    }

    private void print(PrintWriter out, String text, List<Identifier> found) {
        if (json) {
            out.println(
                    JsonMapper.shared()
                            .writeValueAsString(
                                    found.stream().map(one -> entry(one, text)).toList()));
        } else {
            found.forEach(one ->
                    out.printf(
                            "%-8s %s  (%s)%n",
                            one.kind().code(),
                            one.value(),
                            text.substring(one.start(), one.end())));
        }
        out.flush();
    }

    private static Map<String, Object> entry(Identifier one, String text) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", one.kind().code());
        if (!one.scheme().isEmpty()) {
            entry.put("scheme", one.scheme());
        }
        entry.put("value", one.value());
        entry.put("start", text.codePointCount(0, one.start()));
        entry.put("end", text.codePointCount(0, one.end()));
        return entry;
    }
}
