package az.qalxan.scaleout;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code scaleout run}: the job with a cluster inside of this process. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Judges events of a Kafka topic and writes findings to another, each exactly once,"
                        + " with a cluster inside of this process. Stopped or killed, it goes on"
                        + " from its newest checkpoint.")
final class RunCommand implements Callable<Integer> {

    /** What is needed beside the heap; all state is on the heap. */
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(32);

    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1);

    @Mixin JobOptions options = new JobOptions();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        Configuration configuration;
        try {
            error.println(LoadedRules.of(options.settings().rules()).told());
            configuration = options.configuration();
        } catch (IOException e) {
            error.println("scaleout: " + e.getMessage());
            return 2;
        }
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        String from = configuration.get(StateRecoveryOptions.SAVEPOINT_PATH);
        error.println(from == null ? "Begins anew." : "Goes on from " + from + ".");
        int parts =
                options.parallelism > 0
                        ? options.parallelism
                        : Runtime.getRuntime().availableProcessors();
        FlinkEdge.execute(
                options, StreamExecutionEnvironment.createLocalEnvironment(parts, configuration));
        return 0;
    }
}
