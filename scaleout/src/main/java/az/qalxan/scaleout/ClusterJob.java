package az.qalxan.scaleout;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** What a cluster's master runs: the job that its own command line describes. */
public final class ClusterJob {

    private static volatile @Nullable JobOptions asked;

    private ClusterJob() {}

    static void ask(JobOptions options) {
        asked = options;
    }

    /** Called by Flink in the master's process. */
    public static void main(String[] words) throws IOException {
        JobOptions options = Objects.requireNonNull(asked, "the master's command asks first");
        FlinkEdge.execute(
                options,
                StreamExecutionEnvironment.getExecutionEnvironment(options.configuration()));
    }
}
