package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.WindowSettings;
import az.qalxan.engines.detection.format.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the job is told on the command line. */
final class JobOptions {

    /** After so many failures in a row the job gives up and says why. */
    private static final int RESTARTS_MAX = 10;

    @Option(
            names = "--brokers",
            required = true,
            paramLabel = "HOST:PORT,…",
            description = "Kafka's brokers.")
    String brokers = "";

    @Option(
            names = "--kafka",
            paramLabel = "FILE",
            description = "Properties for connections to Kafka, such as security.protocol.")
    @Nullable Path kafka;

    @Option(
            names = "--rules",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Rule files or folders; they travel to all machines with the job.")
    List<Path> rules = List.of();

    @Option(names = "--events", defaultValue = "events", description = "Topic of events.")
    String events = "events";

    @Option(
            names = "--format",
            defaultValue = "auto",
            converter = FormatReading.class,
            description = "How events are written, one a record (default auto).")
    String format = Formats.AUTO.name();

    /** Knows the formats that there are. */
    static final class FormatReading implements ITypeConverter<String> {

        FormatReading() {}

        @Override
        public String convert(String word) {
            if (Formats.of(word).isEmpty()) {
                String all = String.join(", ", Formats.names());
                throw new TypeConversionException("'" + word + "' is none of " + all);
            }
            return word;
        }
    }

    @Option(names = "--findings", defaultValue = "findings", description = "Topic of findings.")
    String findings = "findings";

    @Option(
            names = "--damaged",
            defaultValue = "damaged",
            description = "Topic for what is no event.")
    String damaged = "damaged";

    @Option(
            names = "--checkpoints",
            required = true,
            paramLabel = "FOLDER",
            description =
                    "Where the state is kept; all machines must see it. The job goes on from the"
                            + " newest checkpoint there.")
    Path checkpoints = Path.of("");

    @Option(
            names = "--every",
            defaultValue = "10s",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description = "Between two checkpoints; findings are seen with each (default 10s).")
    Duration every = Duration.ofSeconds(10);

    @Option(
            names = "--lateness",
            defaultValue = "1m",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description = "How late events may come and still be correlated (default 1m).")
    Duration lateness = WindowSettings.USUAL.lateness();

    @Option(
            names = "--windows",
            defaultValue = "SLIDING",
            description = "Of correlations: ${COMPLETION-CANDIDATES} (default SLIDING).")
    WindowSettings.Kind windows = WindowSettings.Kind.SLIDING;

    @Option(
            names = "--idle",
            defaultValue = "1m",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description = "When a silent partition stops holding back others (default 1m).")
    Duration idle = JobSettings.Timing.USUAL.idle();

    @Option(
            names = "--transaction",
            defaultValue = "15m",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description =
                    "When Kafka gives up a stopped job's last findings (default 15m, at most"
                            + " the brokers' transaction.max.timeout.ms).")
    Duration transaction = JobSettings.Timing.USUAL.transaction();

    @Option(
            names = "--parallelism",
            defaultValue = "0",
            description = "How many parts work side by side; 0: one for each core.")
    int parallelism;

    @Option(names = "--name", defaultValue = "qalxan-detection", description = "Of the job.")
    String name = "qalxan-detection";

    @Option(names = "--until-end", description = "End with the events that are there at the start.")
    boolean untilEnd;

    @Mixin FlinkOptions flink = new FlinkOptions();

    JobSettings settings() throws IOException {
        return new JobSettings(
                kafka(),
                name,
                new Topics(events, findings, damaged),
                new JobRules(RuleFiles.read(rules), format, windows, lateness),
                new JobSettings.Timing(idle, transaction),
                untilEnd);
    }

    private Map<String, String> kafka() throws IOException {
        Map<String, String> properties =
                kafka == null ? new HashMap<>() : FlinkOptions.properties(kafka);
        properties.put("bootstrap.servers", brokers);
        return properties;
    }

    /** How Flink keeps state, and from which checkpoint it goes on. */
    Configuration configuration() throws IOException {
        org.apache.flink.core.fs.Path folder =
                new org.apache.flink.core.fs.Path(checkpoints.toAbsolutePath().toUri());
        Configuration configuration = new Configuration();
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS,
                RESTARTS_MAX);
        configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toString());
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        Checkpoints.newest(folder)
                .ifPresent(
                        newest ->
                                configuration.set(
                                        StateRecoveryOptions.SAVEPOINT_PATH, newest.toString()));
        flink.all().forEach(configuration::setString);
        return configuration;
    }
}
