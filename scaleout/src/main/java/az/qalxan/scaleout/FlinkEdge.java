package az.qalxan.scaleout;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Calls of Flink that may throw anything; here it becomes one thing. */
final class FlinkEdge {

    /** State can be spread over at most so many parts, now and later. */
    private static final int PARTS_MAX = 128;

    private FlinkEdge() {}

    /** What Flink could not do; the cause is its own. */
    static final class Failed extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    static <T> T asked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new Failed(e);
        }
    }

    /** Lays the job out and lets it run until it ends. */
    static void execute(JobOptions options, StreamExecutionEnvironment environment) {
        environment.setMaxParallelism(PARTS_MAX);
        if (options.parallelism > 0) {
            environment.setParallelism(options.parallelism);
        }
        asked(() -> {
            JobSettings settings = options.settings();
            new DetectionJob(settings).layOut(environment);
            return environment.execute(settings.name());
        });
    }

    /** Starts a worker with the settings of a folder. */
    static void work(Path folder) {
        asked(() -> {
            TaskManagerRunner.main(new String[] {"--configDir", folder.toString()});
            return folder;
        });
    }
}
