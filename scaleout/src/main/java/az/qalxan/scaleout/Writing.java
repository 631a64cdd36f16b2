package az.qalxan.scaleout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Findings into their topic, damaged events as they came into theirs. */
final class Writing implements KafkaRecordSerializationSchema<Judged> {

    private static final long serialVersionUID = 1L;

    private final Topics topics;

    Writing(Topics topics) {
        this.topics = topics;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Judged judged, KafkaSinkContext context, Long at) {
        byte[] key = judged.key().getBytes(StandardCharsets.UTF_8);
        if (judged.kind() == Judged.Kind.FINDING) {
            return new ProducerRecord<>(topics.findings(), key, judged.bytes());
        }
        List<Header> why = List.of(new RecordHeader("problem", key));
        return new ProducerRecord<>(topics.damaged(), null, null, null, judged.bytes(), why);
    }
}
