package az.qalxan.scaleout;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Judges each event as it comes out of Kafka: only here is it known of which partition it is, and
 * the clock of each partition must follow the events' own time.
 */
final class Judging implements KafkaRecordDeserializationSchema<Judged> {

    private static final long serialVersionUID = 1L;

    private final RuleFiles files;
    private transient @Nullable Detector detector;
    private transient @Nullable Counter damaged;

    Judging(RuleFiles files) {
        this.files = files;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) throws IOException {
        detector = LoadedRules.of(files).engine().detector();
        damaged = context.getMetricGroup().counter("damaged");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Judged> out)
            throws IOException {
        byte[] event = record.value();
        if (event == null || detector == null || damaged == null) {
            return;
        }
        Origin origin = Origin.of(record);
        try {
            List<Finding> findings = detector.judge(event);
            long at = record.timestamp();
            out.collect(Judged.nothing(at));
            for (Finding finding : findings) {
                byte[] line = FindingJson.of(finding, origin);
                out.collect(new Judged(Judged.Kind.FINDING, at, finding.rule().called(), line));
            }
        } catch (BadEvent e) {
            damaged.inc();
            String problem = "byte %d: %s".formatted(e.place(), e.getMessage());
            out.collect(new Judged(Judged.Kind.DAMAGED, Long.MIN_VALUE, problem, event));
        }
    }

    @Override
    public TypeInformation<Judged> getProducedType() {
        return TypeInformation.of(Judged.class);
    }
}
