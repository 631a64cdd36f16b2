package az.qalxan.scaleout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka, and which topics. */
final class KafkaOptions {

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
    @Nullable Path file;

    @Option(names = "--events", defaultValue = "events", description = "Topic of events.")
    String events = "events";

    @Option(names = "--findings", defaultValue = "findings", description = "Topic of findings.")
    String findings = "findings";

    @Option(names = "--damaged", defaultValue = "damaged", description = "For what is no event.")
    String damaged = "damaged";

    @Option(
            names = "--transaction",
            defaultValue = "15m",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description =
                    "When Kafka gives up a stopped job's last findings (default 15m, at most"
                            + " the brokers' transaction.max.timeout.ms).")
    Duration transaction = JobSettings.Timing.USUAL.transaction();

    Topics topics() {
        return new Topics(events, findings, damaged);
    }

    Map<String, String> properties() throws IOException {
        Map<String, String> properties =
                file == null ? new HashMap<>() : FlinkOptions.properties(file);
        properties.put("bootstrap.servers", brokers);
        return properties;
    }
}
