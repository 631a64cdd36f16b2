package az.qalxan.monitoring;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What was not used of a source's events, and damaged lines that are repaired and taken again. */
@Component
class LostDesk {

    /** A longer text is not repaired by hand. */
    static final int TEXT_CHARS_MAX = 65_536;

    private static final String SUBJECT = "event-source";

    private final EventSourceStore sources;
    private final PulseStore pulses;
    private final BatchStore batches;
    private final EventIntake intake;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LostDesk(
            EventSourceStore sources,
            PulseStore pulses,
            BatchStore batches,
            EventIntake intake,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.sources = sources;
        this.pulses = pulses;
        this.batches = batches;
        this.intake = intake;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What was not used, and the latest damaged lines. */
    record Lost(LostEvents events, List<BatchStore.DamagedLine> lines) {}

    /** Shows it; that lines were shown is recorded. */
    @Transactional
    Lost of(UUID source, int linesMax) {
        audit.record(MonitoringAct.DAMAGED_VIEWED, AuditSubject.of(SUBJECT, source));
        return new Lost(pulses.lost(source, clock.instant()), batches.damaged(source, linesMax));
    }

    /** A line to be repaired; that it was shown is recorded. */
    @Transactional
    BatchStore.DamagedLine line(UUID source, long batch, int line) {
        BatchStore.DamagedLine found =
                batches.unrepaired(source, batch, line)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(MonitoringAct.DAMAGED_VIEWED, AuditSubject.of(SUBJECT, source));
        return found;
    }

    /** What is wrong with a repaired text: it has to be read as events, all of it. */
    List<Violation> violations(Source source, String text) {
        if (text.isBlank() || text.length() > TEXT_CHARS_MAX) {
            return List.of(
                    Violation.at("text", "source.wrong.length", 1, TEXT_CHARS_MAX, text.length()));
        }
        EventReading.Lines read = new EventReading(source).read(bytes(text));
        if (read.damages() > 0) {
            EventReading.Damaged first = read.damaged().getFirst();
            return List.of(
                    Violation.at(
                            "text",
                            "lost.wrong.damaged",
                            first.line(),
                            first.place(),
                            first.problem()));
        }
        return read.events().isEmpty()
                ? List.of(Violation.at("text", "lost.wrong.nothing"))
                : List.of();
    }

    private static byte[] bytes(String text) {
        return text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes the repaired text as a batch under a key of the line, so that a line is taken once,
     * whoever sends the form twice or wherever the process dies; the damaged bytes stay.
     */
    void repair(Caller caller, UUID source, BatchStore.DamagedLine line, String text) {
        String key = "repair-%d-%d".formatted(line.batch(), line.line());
        EventIntake.Receipt receipt = intake.take(caller, source, key, bytes(text));
        transaction.executeWithoutResult(_ -> {
            if (batches.repaired(line, receipt.batch(), caller.name(), clock.instant())) {
                audit.record(
                        MonitoringAct.DAMAGED_REPAIRED,
                        AuditSubject.of(SUBJECT, source),
                        Map.of(
                                "batch", String.valueOf(line.batch()),
                                "line", String.valueOf(line.line()),
                                "taken", String.valueOf(receipt.batch())));
            }
        });
    }

    /** A source of the caller's own body, which may be repaired. */
    Source own(Caller caller, UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> sources.find(id)))
                .filter(one -> one.body().equals(caller.body().value()) && one.open())
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
