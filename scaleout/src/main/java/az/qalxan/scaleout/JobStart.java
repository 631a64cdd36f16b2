package az.qalxan.scaleout;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Lays a job out and lets it run until it ends; what Flink throws then has no narrower type. */
final class JobStart {

    /** State can be spread over at most so many parts, now and later. */
    private static final int PARTS_MAX = 128;

    private JobStart() {}

    static void execute(JobOptions options, StreamExecutionEnvironment environment)
            throws Exception {
        environment.setMaxParallelism(PARTS_MAX);
        if (options.parallelism > 0) {
            environment.setParallelism(options.parallelism);
        }
        JobSettings settings = options.settings();
        new DetectionJob(settings).layOut(environment);
        environment.execute(settings.name());
    }
}
