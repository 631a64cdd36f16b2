package az.qalxan.command;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.StateLimits;
import az.qalxan.engines.detection.correlation.WindowSettings;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.engines.detection.indicator.LiveIndicators;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
                "Judges events by Sigma rules, and correlates what they find. Prints one finding a"
                        + " line as JSON, in the order of the events; what correlation finds comes"
                        + " when it is certain. What was read and how fast goes to the error"
                        + " output.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every event was judged",
            "1:some lines are no events; they are counted, and kept with --damaged",
            "2:the command line is wrong, or a file cannot be read"
        })
final class DetectCommand implements Callable<Integer> {

    private static final String EVTX = "evtx";
    private static final byte[] EVTX_BEGIN = "ElfFile".getBytes(StandardCharsets.US_ASCII);

    /** For what is correlated in one file. */
    private static final StateLimits LIMITS = new StateLimits(1_000_000, 2_000_000, 10_000_000);

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Rule files or folders. Rules that cannot be used are told and left out. May be"
                            + " left out where there are --indicators.")
    List<Path> rules = List.of();

    @Option(
            names = "--pipeline",
            arity = "1..*",
            paramLabel = "NAME|FILE",
            description =
                    "Changes rules to fit the fields of the events, as pySigma's pipelines do:"
                            + " files, or ecs_windows, sysmon, windows-audit, windows-security,"
                            + " auditd, zeek, suricata, ocsf.")
    List<String> pipelines = List.of();

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

    /** Only a name that is one, and in lower case. */
    static final class FormatReading implements ITypeConverter<String> {

        FormatReading() {}

        @Override
        public String convert(String word) {
            String name = word.toLowerCase(Locale.ROOT);
            if (!name.equals(EVTX) && Formats.of(name).isEmpty()) {
                throw new TypeConversionException(
                        "'%s' is none of %s, evtx"
                                .formatted(word, String.join(", ", Formats.names())));
            }
            return name;
        }
    }

    @Option(
            names = "--format",
            defaultValue = "auto",
            converter = FormatReading.class,
            description =
                    "How events are written: auto (their bytes tell), ndjson, evtx, xml, auditd,"
                            + " syslog, zeek, suricata, access, w3c, cef, leef, ecs, ocsf,"
                            + " cloudtrail, or plain (lines to look for words in).")
    String format = "auto";

    @Option(names = "--product", defaultValue = "", description = "Of events that do not tell.")
    String product = "";

    @Option(names = "--category", defaultValue = "", description = "Of events that do not tell.")
    String category = "";

    @Option(names = "--service", defaultValue = "", description = "Of events that do not tell.")
    String service = "";

    @Option(
            names = "--lateness",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description =
                    "How far behind the latest event's time an event still counts for correlation,"
                            + " such as 30s or 5m. For files all are put in order first; for the"
                            + " standard input it is 1m.")
    @Nullable Duration lateness;

    /** Reads a time span as rules write it. */
    static final class SpanReading implements ITypeConverter<Duration> {

        SpanReading() {}

        @Override
        public Duration convert(String word) {
            if (!word.matches("[0-9]{1,7}[smhd]")) {
                throw new TypeConversionException(
                        "'" + word + "' is no time span; write a number and s, m, h or d");
            }
            String unit = word.substring(word.length() - 1).toUpperCase(Locale.ROOT);
            String number = word.substring(0, word.length() - 1);
            return Duration.parse(unit.equals("D") ? "P" + number + unit : "PT" + number + unit);
        }
    }

    /** Reads a kind of window in any case. */
    static final class WindowsReading implements ITypeConverter<WindowSettings.Kind> {

        WindowsReading() {}

        @Override
        public WindowSettings.Kind convert(String word) {
            for (WindowSettings.Kind one : WindowSettings.Kind.values()) {
                if (one.name().equalsIgnoreCase(word)) {
                    return one;
                }
            }
            throw new TypeConversionException(
                    "'" + word + "' is none of sliding, tumbling, session");
        }
    }

    @Option(
            names = "--windows",
            defaultValue = "sliding",
            paramLabel = "KIND",
            converter = WindowsReading.class,
            description =
                    "How the time span of correlations is laid over events: sliding, tumbling (by"
                            + " the clock) or session (until a pause of that length).")
    WindowSettings.Kind windows = WindowSettings.Kind.SLIDING;

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
            SigmaFiles files = SigmaFiles.read(rules, PipelineFiles.read(pipelines));
            if (files.rules().rules().isEmpty() && indicators.isEmpty()) {
                error.println("detect: no rule can be used; ./qalxan sigma check tells why");
                return 2;
            }
            DetectionEngine engine = DetectionEngine.of(files.rules(), otherwise());
            CorrelationPlan plan = CorrelationPlan.of(files.rules(), settings());
            error.printf("%d rules, %d refused%n", files.rules().rules().size(), files.refused());
            IndicatorFiles known = IndicatorFiles.read(indicators);
            known.told().forEach(error::println);
            LiveIndicators live = new LiveIndicators(known.set());
            return run(new DetectRun.Knowledge(engine, plan, live), error);
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

    private WindowSettings settings() {
        Duration late = lateness;
        if (late == null) {
            late = events.equals("-") ? WindowSettings.USUAL.lateness() : WindowSettings.UNLIMITED;
        }
        return new WindowSettings(windows, late, LIMITS);
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
                    run.stream(Formats.of(format).orElseThrow(), in);
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
        boolean evtx = format.equals(EVTX) || (format.equals("auto") && beginsAsEvtx());
        if (evtx && events.equals("-")) {
            throw new IOException("an event log of Windows cannot be read from the input");
        }
        return evtx;
    }

    private boolean beginsAsEvtx() throws IOException {
        if (events.equals("-")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(Path.of(events))) {
            return Arrays.equals(in.readNBytes(EVTX_BEGIN.length), EVTX_BEGIN);
        }
    }

    private InputStream input() throws IOException {
        return events.equals("-") ? System.in : Files.newInputStream(Path.of(events));
    }
}
