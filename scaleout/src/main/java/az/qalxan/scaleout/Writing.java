package az.qalxan.scaleout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Findings into their topic, damaged events as they came into theirs. */
final class Writing implements KafkaRecordSerializationSchema<Judged>, KafkaDatasetFacetProvider {

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

    /** The sink asks whose transactions a stopped job may have left. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        List<String> written = List.of(topics.findings(), topics.damaged());
        return Optional.of(
                new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(written)));
    }
}
