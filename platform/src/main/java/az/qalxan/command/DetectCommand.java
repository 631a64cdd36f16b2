package az.qalxan.command;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.indicator.LiveIndicators;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./qalxan detect}: events judged by rules, without a server. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description =
                "Judges events by Sigma rules. Prints one finding a line as JSON, in the order of"
                        + " the events; what was read and how fast goes to the error output.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every event was judged",
            "1:some lines are no events; they are counted, and kept with --damaged",
            "2:the command line is wrong, or a file cannot be read"
        })
final class DetectCommand implements Callable<Integer> {

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Rule files or folders. Rules that cannot be used are told and left out. May be"
                            + " left out where there are --indicators.")
    List<Path> rules = List.of();

    @Option(
            names = "--indicators",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Values to look for in every text of an event: digests, names, URLs, networks,"
                            + " mail addresses; one a line, JSON objects, or CSV with a header.")
    List<Path> indicators = List.of();

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "Events; - for the standard input.")
    String events = "-";

    /** How events are written. */
    enum Format {
        AUTO,
        NDJSON,
        EVTX
    }

    /** Reads a format in any case. */
    static final class FormatReading implements ITypeConverter<Format> {

        FormatReading() {}

        @Override
        public Format convert(String word) {
            for (Format one : Format.values()) {
                if (one.name().equalsIgnoreCase(word)) {
                    return one;
                }
            }
            throw new TypeConversionException("'" + word + "' is none of auto, ndjson, evtx");
        }
    }

    @Option(
            names = "--format",
            defaultValue = "auto",
            converter = FormatReading.class,
            description =
                    "auto (by the file's name), ndjson (one JSON object a line) or evtx (Windows"
                            + " event log).")
    Format format = Format.AUTO;

    @Option(names = "--product", defaultValue = "", description = "Of events that do not tell.")
    String product = "";

    @Option(names = "--category", defaultValue = "", description = "Of events that do not tell.")
    String category = "";

    @Option(names = "--service", defaultValue = "", description = "Of events that do not tell.")
    String service = "";

    @Option(
            names = "--damaged",
            paramLabel = "FILE",
            description = "Keep lines that are no events there.")
    @Nullable Path damaged;

    @Option(names = "--threads", defaultValue = "0", description = "0: one for each core.")
    int threads;

    @Option(names = "--json", description = "Findings are JSON in any case; kept for clarity.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    private final OutputStream out;

    DetectCommand() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    /** A command that writes there instead of the standard output. */
    DetectCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter error = spec.commandLine().getErr();
        try {
            SigmaFiles files = SigmaFiles.read(rules);
            if (files.rules().rules().isEmpty() && indicators.isEmpty()) {
                error.println("detect: no rule can be used; ./qalxan sigma check tells why");
                return 2;
            }
            DetectionEngine engine = DetectionEngine.of(files.rules(), otherwise());
            error.printf("%d rules, %d refused%n", files.rules().rules().size(), files.refused());
            IndicatorFiles known = IndicatorFiles.read(indicators);
            known.told().forEach(error::println);
            LiveIndicators live = new LiveIndicators(known.set());
            return run(new DetectRun.Knowledge(engine, live), error);
        } catch (IOException e) {
            error.println("detect: " + e.getMessage());
            return 2;
        }
    }

    private EventSource otherwise() {
        return new EventSource(product, given(category), given(service));
    }

    private static Set<String> given(String word) {
        return word.isEmpty() ? Set.of() : Set.of(word);
    }

    private int run(DetectRun.Knowledge knowledge, PrintWriter error)
            throws IOException, InterruptedException {
        Instant now = Clock.systemUTC().instant();
        int many = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        try (OutputStream kept =
                        damaged == null
                                ? OutputStream.nullOutputStream()
                                : Files.newOutputStream(damaged);
                DetectRun run = new DetectRun(knowledge, many, outputs(kept), now)) {
            if (isEvtx()) {
                run.evtx(Path.of(events));
            } else {
                try (InputStream in = input()) {
                    run.lines(in);
                }
            }
            run.finish();
            run.summary().forEach(error::println);
            error.flush();
            return run.damaged() == 0 ? 0 : 1;
        }
    }

    private DetectRun.Outputs outputs(OutputStream kept) {
        return new DetectRun.Outputs(out, kept);
    }

    private boolean isEvtx() throws IOException {
        boolean named = events.toLowerCase(Locale.ROOT).endsWith(".evtx");
        boolean evtx = format == Format.EVTX || (format == Format.AUTO && named);
        if (evtx && events.equals("-")) {
            throw new IOException("an event log of Windows cannot be read from the input");
        }
        return evtx;
    }

    private InputStream input() throws IOException {
        return events.equals("-") ? System.in : Files.newInputStream(Path.of(events));
    }
}
