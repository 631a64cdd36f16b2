package az.qalxan.scaleout;

import java.time.Duration;
import java.util.Map;

/**
 * How the job runs.
 *
 * @param kafka properties for every connection to Kafka, {@code bootstrap.servers} among them
 * @param name tells this job's group and transactions from those of others on the same Kafka
 * @param timing how long it waits for what
 */
record JobSettings(
        Map<String, String> kafka, String name, Topics topics, JobRules rules, Timing timing) {

    JobSettings {
        kafka = Map.copyOf(kafka);
    }

    /**
     * Durations.
     *
     * @param idle after how long a silent partition no longer holds back the others
     * @param transaction after how long Kafka gives up what a stopped job had not yet let be seen
     */
    record Timing(Duration idle, Duration transaction) {

        static final Timing USUAL = new Timing(Duration.ofMinutes(1), Duration.ofMinutes(15));
    }
}
