package az.qalxan.command;

import az.qalxan.cooperation.paper.PaperRead;
import az.qalxan.cooperation.paper.PaperReader;
import az.qalxan.cooperation.paper.PaperSignature;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan paper}: papers between states, without a server. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description = "Reads papers between states.",
        subcommands = PaperCommand.Read.class)
final class PaperCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /**
     * {@code ./qalxan paper read FILE}: the data inside a paper and what its signature is worth.
     */
    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the data inside a paper and what its signature is worth. Whether the"
                            + " certificate is the partner's is for you to compare: the fingerprint"
                            + " stands in the directory of contact points.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:understood, and nothing was changed since it was signed",
                "1:not understood, or the signature is wrong, old or absent",
                "2:the command line is wrong"
            })
    static final class Read implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "A PDF file.")
        Path file = Path.of("");

        @Option(names = "--json", description = "Print one JSON object.")
        boolean json;

        @Spec CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            if (!Files.isRegularFile(file)) {
                spec.commandLine().getErr().println("paper: there is no file " + file);
                return 2;
            }
            PaperRead read;
            try (InputStream in = Files.newInputStream(file)) {
                read = PaperReader.read(in.readNBytes(PaperReader.FILE_BYTES_MAX + 1));
            }
            PrintWriter out = spec.commandLine().getOut();
            int code =
                    switch (read) {
                        case PaperRead.Understood paper -> understood(paper, out);
                        case PaperRead.NotUnderstood not -> notUnderstood(not, out);
                    };
            out.flush();
            return code;
        }

        private int understood(PaperRead.Understood paper, PrintWriter out) {
            JsonNode data = JsonMapper.shared().readTree(paper.json());
            if (json) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("understood", true);
                entry.put("signature", entry(paper.signature()));
                entry.put("paper", data);
                out.println(JsonMapper.shared().writeValueAsString(entry));
            } else {
                out.printf("%-12s %s (%s)%n", "paper", paper.kind(), paper.schema());
                print(paper.signature(), out);
                print("", data.required("form"), out);
            }
            return switch (paper.signature().state()) {
                case SOUND, TRIAL -> 0;
                case EXPIRED, CHANGED, PARTIAL, UNREADABLE, ABSENT -> 1;
            };
        }

        private int notUnderstood(PaperRead.NotUnderstood not, PrintWriter out) {
            if (json) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("understood", false);
                entry.put("signature", entry(not.signature()));
                entry.put("flaws", not.flaws().stream().map(Read::entry).toList());
                out.println(JsonMapper.shared().writeValueAsString(entry));
            } else {
                out.println("paper        not understood; a person has to read it");
                print(not.signature(), out);
                not.flaws()
                        .forEach(flaw ->
                                out.printf(
                                        "  %s: %s%n", flaw.location(), PaperReader.english(flaw)));
            }
            return 1;
        }

        private static Map<String, Object> entry(Violation flaw) {
            return Map.of("place", flaw.location(), "why", PaperReader.english(flaw));
        }

        private static Map<String, Object> entry(PaperSignature signature) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("state", signature.state().code());
            entry.put("subject", signature.subject());
            entry.put("issuer", signature.issuer());
            entry.put("fingerprint", signature.fingerprint());
            entry.put("at", signature.at() == null ? null : signature.at().toString());
            return entry;
        }

        private static void print(PaperSignature signature, PrintWriter out) {
            out.printf(
                    "%-12s %s: %s%n",
                    "signature", signature.state().code(), PaperReader.english(signature.state()));
            if (!signature.subject().isEmpty()) {
                List.of(
                                new String[] {"signer", signature.subject()},
                                new String[] {"issuer", signature.issuer()},
                                new String[] {"fingerprint", signature.fingerprint()},
                                new String[] {"signed at", String.valueOf(signature.at())})
                        .forEach(line -> out.printf("%-12s %s%n", line[0], safe(line[1])));
            }
        }

        /** Without what a terminal would obey. */
        private static String safe(String foreign) {
            return foreign.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", "");
        }

        /** Every value with its place in the form; what is empty is left out. */
        private static void print(String place, JsonNode node, PrintWriter out) {
            if (node.isObject()) {
                node.propertyNames()
                        .forEach(name ->
                                print(
                                        place.isEmpty() ? name : place + "." + name,
                                        node.required(name),
                                        out));
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    print(place + "." + (i + 1), node.get(i), out);
                }
            } else if (!node.isNull() && !node.asString().isEmpty()) {
                out.printf("  %s: %s%n", place, safe(node.asString()).replace("\n", "\n      "));
            }
        }
    }
}
