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
    private int damaged;

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
    List<String> findings(List<byte[]> events) throws IOException {
        Detector detector = rules.engine().detector();
        Correlator correlator = new Correlator(rules.plan());
        for (int i = 0; i < events.size(); i++) {
            try {
                judge(detector, correlator, events.get(i), i + 1L);
            } catch (BadEvent e) {
                damaged++;
            }
        }
        return found;
    }

    private void judge(Detector detector, Correlator correlator, byte[] event, long line)
            throws BadEvent, IOException {
        List<Finding> findings = detector.judge(rules.asked().events(), event, 0, event.length);
        for (Finding finding : findings) {
            if (!rules.plan().silenced(finding.rule())) {
                keep(FindingJson.of(finding, new Origin(0, 0, line)));
            }
        }
        Instant at = detector.at();
        if (at != null) {
            EventMoment moment = new EventMoment(at, EventRef.of(line));
            for (CorrelationFinding one :
                    correlator.accept(findings, detector.event(), moment)) {
                keep(FindingJson.of(one));
            }
        }
    }

    int damaged() {
        return damaged;
    }

    private void keep(byte[] line) {
        found.add(new String(line, StandardCharsets.UTF_8));
    }
}
