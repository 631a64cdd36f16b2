package az.qalxan.scaleout;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.EventMoment;
import az.qalxan.engines.detection.format.EventFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Judges each event as it comes out of Kafka: only here is it known of which partition it is, and
 * the clock of each partition must follow the events' own time.
 */
final class Judging implements KafkaRecordDeserializationSchema<Judged> {

    private static final long serialVersionUID = 1L;

    private final JobRules rules;
    private transient @Nullable Judge judge;

    /** What one part of the job judges with. */
    private record Judge(
            EventFormat format,
            Detector detector,
            CorrelationPlan plan,
            Counter events,
            Counter damaged) {}

    Judging(JobRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) throws IOException {
        LoadedRules loaded = LoadedRules.of(rules);
        MetricGroup counters = context.getMetricGroup();
        counters.gauge("ungrouped", loaded.plan()::ungrouped);
        counters.gauge("unreckoned", loaded.plan()::unreckoned);
        judge =
                new Judge(
                        rules.events(),
                        loaded.engine().detector(),
                        loaded.plan(),
                        counters.counter("events"),
                        counters.counter("damaged"));
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Judged> out)
            throws IOException {
        if (record.value() == null) {
            return;
        }
        Judge ready = Objects.requireNonNull(judge, "opened before");
        ready.events().inc();
        try {
            judge(ready, record, out);
        } catch (BadEvent e) {
            ready.damaged().inc();
            String problem = "byte %d: %s".formatted(e.place(), e.getMessage());
            out.collect(Judged.damaged(problem, record.value()));
        }
    }

    private static void judge(
            Judge ready, ConsumerRecord<byte[], byte[]> record, Collector<Judged> out)
            throws BadEvent, IOException {
        Detector detector = ready.detector();
        List<Finding> findings =
                detector.judge(ready.format(), record.value(), 0, record.value().length);
        Instant at = at(detector.at(), Instant.ofEpochMilli(record.timestamp()));
        out.collect(Judged.nothing(at.toEpochMilli()));
        if (findings.isEmpty()) {
            return;
        }
        Origin origin = Origin.of(record);
        for (Finding finding : findings) {
            if (!ready.plan().silenced(finding.rule())) {
                byte[] line = FindingJson.of(finding, origin);
                out.collect(Judged.finding(at.toEpochMilli(), finding.rule(), line));
            }
        }
        EventMoment moment = new EventMoment(at, origin.ref());
        ready.plan()
                .contributions(findings, detector.event(), moment)
                .forEach(one -> out.collect(Judged.contribution(one)));
    }

    /** An event of the future would make all others late, so none is later than Kafka took it. */
    static Instant at(@Nullable Instant told, Instant taken) {
        return told == null || told.isAfter(taken) ? taken : told;
    }

    @Override
    public TypeInformation<Judged> getProducedType() {
        return TypeInformation.of(Judged.class);
    }
}
