package az.qalxan.series;

import az.qalxan.reporting.IdentifiersAdded;
import az.qalxan.reporting.ReportFact;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportMoved;
import az.qalxan.reporting.ReportsReceived;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues for the linking what happens to reports, in the transaction in which it happens. */
@Component
class QueueListener {

    private final PendingQueue queue;
    private final LinkWorker worker;

    QueueListener(PendingQueue queue, LinkWorker worker) {
        this.queue = queue;
        this.worker = worker;
    }

    @EventListener
    void on(ReportsReceived received) {
        queue("report", received.reports().stream().map(ReportFact::id));
    }

    @EventListener
    void on(IdentifiersAdded added) {
        queue("report", Stream.of(added.report()));
    }

    @EventListener
    void on(ReportMoved moved) {
        if (moved.state().equals("withdrawn")) {
            queue("withdrawn", moved.reports().stream());
        }
    }

    private void queue(String kind, Stream<ReportId> reports) {
        List<UUID> ids = reports.map(ReportId::value).toList();
        queue.add(kind, ids);
        worker.wakeAfterCommit();
    }
}
