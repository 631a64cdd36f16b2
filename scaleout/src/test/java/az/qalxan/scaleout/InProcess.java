package az.qalxan.scaleout;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import az.qalxan.engines.detection.correlation.Correlator;
import az.qalxan.engines.detection.correlation.EventMoment;
import az.qalxan.engines.detection.correlation.EventRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one process finds, without Kafka and Flink. */
final class InProcess {

    private final LoadedRules rules;
    private final List<String> found = new ArrayList<>();

    InProcess(List<Path> rules) throws IOException {
        JobOptions usual = new JobOptions();
        this.rules =
                LoadedRules.of(
                        new JobRules(
                                RuleFiles.read(rules),
                                usual.format,
                                usual.windows,
                                usual.lateness));
    }

    /** The findings of events that are lines numbered from 1, as lines of JSON. */
    List<String> findings(List<byte[]> events) throws IOException, BadEvent {
        Detector detector = rules.engine().detector();
        Correlator correlator = new Correlator(rules.plan());
        for (int i = 0; i < events.size(); i++) {
            List<Finding> findings = detector.judge(this.rules.asked().events(), events.get(i), 0, events.get(i).length);
            for (Finding finding : findings) {
                if (!rules.plan().silenced(finding.rule())) {
                    keep(FindingJson.of(finding, new Origin(0, 0, i + 1L)));
                }
            }
            Instant at = detector.at();
            if (at != null) {
                EventMoment moment = new EventMoment(at, EventRef.of(i + 1L));
                keep(correlator.accept(findings, detector.event(), moment));
            }
        }
        return found;
    }

    private void keep(List<CorrelationFinding> findings) throws IOException {
        for (CorrelationFinding finding : findings) {
            if (finding.alert()) {
                keep(FindingJson.of(finding));
            }
        }
    }

    private void keep(byte[] line) {
        found.add(new String(line, StandardCharsets.UTF_8));
    }
}
