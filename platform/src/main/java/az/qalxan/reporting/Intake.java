package az.qalxan.reporting;

import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes checked reports in: reads them with the engines outside the transaction, then stores them,
 * their audit record and the event in one.
 */
@Component
public class Intake {

    /** Reports that one transaction takes. */
    public static final int BATCH_MAX = 2_000;

    private final ReportReading reading;
    private final ReportStore store;
    private final ReferenceNumbers numbers;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator random;
    private final Uuid7 ids;

    Intake(
            ReportReading reading,
            ReportStore store,
            ReferenceNumbers numbers,
            Jurisdiction jurisdiction,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.reading = reading;
        this.store = store;
        this.numbers = numbers;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.random = new SecureRandom();
        this.ids = new Uuid7(clock, random);
    }

    /** Stores one report; it is durable when this returns. */
    public Receipt receive(NewReport report) {
        return receiveAll(List.of(report)).getFirst();
    }

    /**
     * Stores up to {@link #BATCH_MAX} reports in one transaction: all of them or none. A larger
     * list is refused.
     */
    public List<Receipt> receiveAll(List<NewReport> reports) {
        return receiveAll(reports, () -> {});
    }

    /** As {@link #receiveAll(List)}, with work of the caller's in the same transaction. */
    public List<Receipt> receiveAll(List<NewReport> reports, Runnable inSameTransaction) {
        return store(prepare(reports), inSameTransaction);
    }

    /** Reports that the engines have read and that are not stored yet. */
    public static final class Prepared {

        private final List<PreparedReport> reports;

        private Prepared(List<PreparedReport> reports) {
            this.reports = List.copyOf(reports);
        }

        /** Several lists of reports as one. */
        public static Prepared join(Collection<Prepared> parts) {
            return new Prepared(parts.stream().flatMap(part -> part.reports.stream()).toList());
        }

        /** The receipts that these reports will have once they are stored. */
        public List<Receipt> receipts() {
            return reports.stream().map(PreparedReport::receipt).toList();
        }
    }

    /** The first half of receiving: reads with the engines; needs no transaction. */
    public Prepared prepare(List<NewReport> reports) {
        if (reports.size() > BATCH_MAX) {
            throw new IllegalArgumentException("at most " + BATCH_MAX + " reports at once");
        }
        List<PreparedReport> prepared = new ArrayList<>(reports.size());
        for (NewReport report : reports) {
            prepared.add(prepare(report));
        }
        return new Prepared(prepared);
    }

    /** The second half: stores everything, and runs the caller's work, in one transaction. */
    public List<Receipt> store(Prepared batch, Runnable inSameTransaction) {
        List<PreparedReport> prepared = batch.reports;
        transaction.executeWithoutResult(status -> {
            if (!prepared.isEmpty()) {
                store.insert(prepared);
                audit.recordAll(ReportingAct.RECEIVED, "report", ids(prepared));
                events.publishEvent(new ReportsReceived(facts(prepared)));
            }
            inSameTransaction.run();
        });
        return prepared.stream().map(PreparedReport::receipt).toList();
    }

    private static List<ReportFact> facts(List<PreparedReport> prepared) {
        return prepared.stream().map(PreparedReport::fact).toList();
    }

    private static List<ReportId> ids(List<PreparedReport> prepared) {
        return prepared.stream().map(one -> one.receipt().id()).toList();
    }

    private PreparedReport prepare(NewReport report) {
        Instant now = clock.instant();
        ReportReading.Found found = reading.read(report);
        int year = report.reportedAt().atZone(jurisdiction.zone()).getYear();
        ReportReference reference = ReportReference.of(year, numbers.next());
        ReportSecret secret = ReportSecret.draw(random);
        Category category = jurisdiction.category(report.category()).orElseThrow();
        return new PreparedReport(
                new Receipt(new ReportId(ids.next()), reference, secret),
                secret.digest(reference),
                category.defaultBody(),
                handling(category).rank(),
                now,
                report,
                found);
    }

    /** Children's cases travel no further than named people; everything else stays in the body. */
    private static Handling handling(Category category) {
        return category.sensitive() ? Handling.AMBER_STRICT : Handling.AMBER;
    }
}
