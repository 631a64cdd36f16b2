package az.qalxan.scaleout;

import az.qalxan.scaleout.JobSettings.Timing;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** The job's shape: events are judged where they are read, correlated by rule and group, written. */
final class DetectionJob {

    private final JobSettings settings;

    DetectionJob(JobSettings settings) {
        this.settings = settings;
    }

    /** Lays the job out in the environment. */
    void layOut(StreamExecutionEnvironment environment) {
        environment.getConfig().enableObjectReuse();
        DataStream<Judged> judged =
                environment.fromSource(source(), clock(settings.timing()), "judge").uid("judge");
        judged.filter(Judged::leaves).sinkTo(sink()).name("write").uid("write");
    }

    private static WatermarkStrategy<Judged> clock(Timing timing) {
        return WatermarkStrategy.<Judged>forBoundedOutOfOrderness(timing.lateness())
                .withTimestampAssigner((judged, _) -> judged.at())
                .withIdleness(timing.idle());
    }

    @SuppressWarnings("deprecation") // Flink's connector asks for Kafka's old enumeration.
    private KafkaSource<Judged> source() {
        KafkaSourceBuilder<Judged> source =
                KafkaSource.<Judged>builder()
                        .setProperties(kafka())
                        .setGroupId(settings.name())
                        .setTopics(settings.topics().events())
                        .setStartingOffsets(
                                OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                        .setDeserializer(new Judging(settings.rules()));
        if (settings.untilEnd()) {
            source.setBounded(OffsetsInitializer.latest());
        }
        return source.build();
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
