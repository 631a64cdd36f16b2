package az.qalxan.scaleout;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scaleout run}: the job, in this process or in the cluster that called for it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Judges events of a Kafka topic and writes findings to another, each exactly once,"
                        + " with a cluster inside of this process. Stopped or killed, it goes on"
                        + " from its newest checkpoint.")
final class RunCommand implements Callable<Integer> {

    /** Whatever needs memory beside the heap; state is on the heap. */
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(32);

    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1);

    /** State can be spread over at most so many parts, now and later. */
    static final int PARTS_MAX = 128;

    @Mixin JobOptions options = new JobOptions();

    @Option(names = "--in-cluster", hidden = true)
    boolean inCluster;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        JobSettings settings;
        Configuration configuration;
        try {
            settings = options.settings();
            configuration = options.configuration();
        } catch (IOException e) {
            spec.commandLine().getErr().println("scaleout: " + e.getMessage());
            return 2;
        }
        String from = configuration.get(StateRecoveryOptions.SAVEPOINT_PATH);
        spec.commandLine()
                .getErr()
                .println(from == null ? "Begins anew." : "Goes on from " + from + ".");
        StreamExecutionEnvironment environment = environment(configuration);
        new DetectionJob(settings).layOut(environment);
        environment.execute(settings.name());
        return 0;
    }

    private StreamExecutionEnvironment environment(Configuration configuration) {
        StreamExecutionEnvironment environment =
                inCluster
                        ? StreamExecutionEnvironment.getExecutionEnvironment(configuration)
                        : StreamExecutionEnvironment.createLocalEnvironment(
                                parallelism(), local(configuration));
        environment.setParallelism(parallelism());
        environment.setMaxParallelism(PARTS_MAX);
        return environment;
    }

    private int parallelism() {
        return options.parallelism > 0
                ? options.parallelism
                : Runtime.getRuntime().availableProcessors();
    }

    private static Configuration local(Configuration configuration) {
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        return configuration;
    }
}
