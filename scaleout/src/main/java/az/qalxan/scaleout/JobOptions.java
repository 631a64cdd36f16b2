package az.qalxan.scaleout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the job is told on the command line. */
final class JobOptions {

    /** After so many failures in a row the job gives up and says why. */
    private static final int RESTARTS_MAX = 10;

    @Mixin KafkaOptions kafka = new KafkaOptions();

    @Mixin RuleOptions rules = new RuleOptions();

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
            names = "--idle",
            defaultValue = "1m",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description = "When a silent partition stops holding back others (default 1m).")
    Duration idle = JobSettings.Timing.USUAL.idle();

    @Option(
            names = "--parallelism",
            defaultValue = "0",
            description = "How many parts work side by side; 0: one for each core.")
    int parallelism;

    @Option(names = "--name", defaultValue = "qalxan-detection", description = "Of the job.")
    String name = "qalxan-detection";

    @Mixin FlinkOptions flink = new FlinkOptions();

    JobSettings settings() throws IOException {
        return new JobSettings(
                kafka.properties(),
                name,
                kafka.topics(),
                rules.rules(),
                new JobSettings.Timing(idle, kafka.transaction));
    }

    /** How Flink keeps state, and from which checkpoint it goes on. */
    Configuration configuration() throws IOException {
        org.apache.flink.core.fs.Path folder =
                new org.apache.flink.core.fs.Path(checkpoints.toAbsolutePath().toUri());
        Configuration configuration = new Configuration();
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, RESTARTS_MAX);
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
                .ifPresent(newest ->
                        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, newest.toString()));
        flink.all().forEach(configuration::setString);
        return configuration;
    }
}
