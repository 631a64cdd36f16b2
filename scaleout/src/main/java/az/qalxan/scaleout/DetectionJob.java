package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.WindowSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * The job's shape: events are judged where they are read, correlated by rule and group, written.
 */
final class DetectionJob {

    private final JobSettings settings;

    DetectionJob(JobSettings settings) {
        this.settings = settings;
    }

    /** Lays the job out in the environment. */
    void layOut(StreamExecutionEnvironment environment) throws IOException {
        environment.getConfig().enableObjectReuse();
        int levels = LoadedRules.of(settings.rules()).plan().levels();
        List<DataStream<Judged>> parts = new ArrayList<>();
        parts.add(environment.fromSource(source(), clock(), "judge").uid("judge"));
        for (int level = 0; level < levels; level++) {
            int here = level;
            parts.add(correlated(chosen(parts, judged -> judged.contributes(here)), level));
        }
        chosen(parts, Judged::leaves).sinkTo(sink()).name("write").uid("write");
    }

    /** Chosen before they are brought together: what nobody needs does not travel. */
    private static DataStream<Judged> chosen(
            List<DataStream<Judged>> parts, FilterFunction<Judged> which) {
        return parts.stream()
                .<DataStream<Judged>>map(part -> part.filter(which))
                .reduce(DataStream::union)
                .orElseThrow();
    }

    private DataStream<Judged> correlated(DataStream<Judged> lower, int level) {
        return lower.keyBy(Judged::key)
                .process(new Correlating(settings.rules()))
                .name("correlate " + level)
                .uid("correlate-" + level);
    }

    private WatermarkStrategy<Judged> clock() {
        Duration lateness = settings.rules().lateness();
        WatermarkStrategy<Judged> clock =
                lateness.compareTo(WindowSettings.UNLIMITED) < 0
                        ? WatermarkStrategy.forBoundedOutOfOrderness(lateness)
                        : WatermarkStrategy.noWatermarks();
        return clock.withTimestampAssigner((judged, _) -> judged.at())
                .withIdleness(settings.timing().idle());
    }

    @SuppressWarnings("deprecation") // Flink's connector asks for Kafka's old enumeration.
    private KafkaSource<Judged> source() {
        return KafkaSource.<Judged>builder()
                .setProperties(kafka())
                .setGroupId(settings.name())
                .setTopics(settings.topics().events())
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .setDeserializer(new Judging(settings.rules()))
                .build();
    }

    private KafkaSink<Judged> sink() {
        return KafkaSink.<Judged>builder()
                .setKafkaProducerConfig(kafka())
                .setProperty(
                        "transaction.timeout.ms",
                        Long.toString(settings.timing().transaction().toMillis()))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.name())
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setRecordSerializer(new Writing(settings.topics()))
                .build();
    }

    private Properties kafka() {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        return properties;
    }
}
