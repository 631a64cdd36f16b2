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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one process finds, without Kafka and Flink, in events that are lines numbered from 1. */
final class InProcess {

    private final LoadedRules rules;
    private final Instant taken;
    private final Detector detector;
    private final Correlator correlator;
    private final List<String> found = new ArrayList<>();
    private long line;
    private int damaged;

    /**
     * @param taken when Kafka takes the events, as it says
     */
    InProcess(List<Path> rules, Duration lateness, Instant taken) throws IOException {
        RuleOptions usual = new RuleOptions();
        this.rules =
                LoadedRules.of(
                        new JobRules(
                                RuleFiles.read(rules, List.of()),
                                usual.format,
                                usual.windows,
                                lateness));
        this.taken = taken;
        detector = this.rules.engine().detector();
        correlator = new Correlator(this.rules.plan());
    }

    InProcess judge(List<byte[]> events) throws IOException {
        for (byte[] event : events) {
            line++;
            try {
                judge(event, taken);
            } catch (BadEvent e) {
                damaged++;
            }
        }
        return this;
    }

    /** An event long after all others. */
    InProcess close(Instant later) throws BadEvent, IOException {
        line++;
        judge(Scenario.later(later), later);
        return this;
    }

    private void judge(byte[] event, Instant taken) throws BadEvent, IOException {
        List<Finding> findings = detector.judge(rules.asked().events(), event, 0, event.length);
        for (Finding finding : findings) {
            if (!rules.plan().silenced(finding.rule())) {
                keep(FindingJson.of(finding, new Origin(0, 0, line)));
            }
        }
        EventMoment moment = new EventMoment(Judging.at(detector.at(), taken), EventRef.of(line));
        keep(correlator.accept(findings, detector.event(), moment));
    }

    private void keep(List<CorrelationFinding> findings) throws IOException {
        for (CorrelationFinding one : findings) {
            keep(FindingJson.of(one));
        }
    }

    private void keep(byte[] line) {
        found.add(new String(line, StandardCharsets.UTF_8));
    }

    int damaged() {
        return damaged;
    }

    /** As lines of JSON. */
    List<String> found() {
        return found;
    }
}
