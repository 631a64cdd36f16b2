package az.qalxan.command;

import az.qalxan.engines.content.ContentLimits;
import az.qalxan.engines.content.ContentSink;
import az.qalxan.engines.content.Ending;
import az.qalxan.engines.content.Field;
import az.qalxan.engines.content.Flaw;
import az.qalxan.engines.content.Moment;
import az.qalxan.engines.content.Part;
import az.qalxan.engines.content.PartIdentifiers;
import az.qalxan.engines.content.Sandbox;
import az.qalxan.engines.linking.Identifier;
import az.qalxan.engines.linking.IdentifierExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan content}: what files are and what they contain. */
@Command(
        name = "content",
        mixinStandardHelpOptions = true,
        description = {
            "Says what files are, lists and reads what is inside them (archives, mails, mailboxes,"
                    + " documents, databases of programs, traces of Windows), and finds identifiers"
                    + " in their text.",
            "Every file is read in a process of its own with little memory, limited time and no"
                    + " network; nothing is written."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is read",
            "1:a file was not read wholly; the flaws say why",
            "2:the command line is wrong"
        })
final class ContentCommand implements Callable<Integer> {

    private static final int TEXT_SHOWN = 200;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object a part and line.")
    boolean json;

    @Option(names = "--text", description = "With the whole text of every part.")
    boolean text;

    @Option(
            names = "--zone",
            defaultValue = "Asia/Baku",
            description = "Zone of times that are given without one (${DEFAULT-VALUE}).")
    ZoneId zone = ZoneId.of("Asia/Baku");

    @Option(
            names = "--region",
            defaultValue = "AZ",
            description = "ISO 3166 country of numbers without a country code (${DEFAULT-VALUE}).")
    String region = "AZ";

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Sandbox sandbox = new Sandbox(ContentLimits.USUAL, zone);
        boolean whole = true;
        for (Path file : files) {
            try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
                Printed printed = new Printed(file, out);
                Ending ending = sandbox.read(bytes, file.getFileName().toString(), printed);
                whole &= ending.whole() && printed.unflawed;
                if (!ending.confined()) {
                    spec.commandLine()
                            .getErr()
                            .println("content: this system cannot take network and files away.");
                }
            } catch (FileSystemException e) {
                spec.commandLine().getErr().println("content: cannot read " + e.getMessage());
                whole = false;
            }
            out.flush();
        }
        return whole ? 0 : 1;
    }

    /** Prints parts as they come. */
    private final class Printed implements ContentSink {

        private final Path file;
        private final PrintWriter out;
        private final IdentifierExtractor extractor = IdentifierExtractor.forRegion(region);
        private final Map<Integer, Integer> moments = new LinkedHashMap<>();
        private boolean unflawed = true;

        Printed(Path file, PrintWriter out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public void moment(Moment moment) {
            moments.merge(moment.part(), 1, Integer::sum);
        }

        @Override
        public void part(Part part) {
            unflawed &= part.flaws().isEmpty();
            List<Identifier> found = PartIdentifiers.in(part.text(), extractor);
            int told = moments.getOrDefault(part.number(), 0);
            if (json) {
                out.println(JsonMapper.shared().writeValueAsString(object(part, found, told)));
            } else {
                print(part, found, told);
            }
        }

        private void print(Part part, List<Identifier> found, int told) {
            String kind = part.type().kind().isEmpty() ? "" : " (" + part.type().kind() + ")";
            out.printf(
                    "%s: %s%s, %s%n",
                    part.path(),
                    part.type().media(),
                    kind,
                    part.size() < 0 ? "size unknown" : "%,d bytes".formatted(part.size()));
            part.flaws().forEach(flaw -> out.println("    ! " + flaw.code()));
            for (Field field : part.fields()) {
                out.println("    " + field.key() + ": " + field.value());
            }
            if (told > 0) {
                out.println("    moments: " + told);
            }
            found.forEach(one -> out.println("    " + one.kind().code() + ": " + one.value()));
            String shown = text ? part.text() : part.text().replaceAll("\\s+", " ").strip();
            if (!shown.isEmpty()) {
                boolean cut = !text && shown.length() > TEXT_SHOWN;
                out.println("    " + (cut ? shown.substring(0, TEXT_SHOWN) + " …" : shown));
            }
        }

        private Map<String, Object> object(Part part, List<Identifier> found, int told) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("file", file.toString());
            object.put("number", part.number());
            object.put("parent", part.parent());
            object.put("path", part.path());
            object.put("media", part.type().media());
            object.put("kind", part.type().kind());
            object.put("family", part.type().family().code());
            object.put("size", part.size());
            object.put("sha256", part.sha256());
            object.put("flaws", part.flaws().stream().map(Flaw::code).sorted().toList());
            object.put("fields", part.fields());
            object.put("moments", told);
            object.put("identifiers", found.stream().map(ContentCommand::identifier).toList());
            object.put("characters", part.text().length());
            if (text) {
                object.put("text", part.text());
            }
            return object;
        }
    }

    private static Map<String, Object> identifier(Identifier one) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", one.kind().code());
        object.put("value", one.value());
        object.put("start", one.start());
        object.put("end", one.end());
        return object;
    }
}
