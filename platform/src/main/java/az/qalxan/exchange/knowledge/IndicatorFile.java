package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.Exit;
import az.qalxan.exchange.ObjectShelf;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.ThreatCollection;
import az.qalxan.web.CsvDownload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All indicators that hold, one line a value. Who takes them is recorded before the first line
 * leaves.
 */
@Component
class IndicatorFile {

    /** The names of the columns, for programs: the same in every language. */
    static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "value",
                    "complete",
                    "indicator",
                    "name",
                    "handling",
                    "collection",
                    "sender",
                    "valid_from",
                    "valid_until",
                    "confidence",
                    "added");

    private static final int STEP = 10_000;

    /** Moments of a collection go on where the clock was set back. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final CollectionDesk desk;
    private final IndicatorFileStore store;
    private final ObjectShelf shelf;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    IndicatorFile(
            CollectionDesk desk,
            IndicatorFileStore store,
            ObjectShelf shelf,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.store = store;
        this.shelf = shelf;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Writes the file.
     *
     * @param top the narrowest marking that may leave as a file
     */
    void write(Caller caller, String door, Handling top, Appendable out) {
        Instant now = clock.instant();
        List<Part> parts =
                Objects.requireNonNull(transaction.execute(_ -> noted(caller, door, top, now)));
        try (CsvDownload csv = new CsvDownload(out, COLUMNS)) {
            for (Part part : parts) {
                write(part, csv);
            }
        }
    }

    /** The indicators of a collection, up to the last that was noted. */
    private record Part(ThreatCollection collection, IndicatorFileStore.Asked asked) {}

    private List<Part> noted(Caller caller, String door, Handling top, Instant now) {
        List<Part> parts = new ArrayList<>();
        long told = 0;
        for (Reachable place : desk.all()) {
            if (!place.canRead()) {
                continue;
            }
            var asked =
                    new IndicatorFileStore.Asked(
                            place.collection().id(),
                            top.rank(),
                            now,
                            Instant.EPOCH,
                            now.plus(AHEAD));
            List<Instant> moments = moments(asked);
            if (!moments.isEmpty()) {
                shelf.told(
                        place.collection().id(),
                        new Exit(door, "manifest", caller.name()),
                        moments);
                parts.add(new Part(place.collection(), asked.until(moments.getLast())));
                told += moments.size();
            }
        }
        audit.record(
                KnowledgeAct.EXPORTED,
                AuditSubject.of("knowledge", caller.body()),
                Map.of("indicators", String.valueOf(told), "up-to", top.label()));
        return parts;
    }

    private List<Instant> moments(IndicatorFileStore.Asked asked) {
        List<Instant> moments = new ArrayList<>();
        List<Instant> some = store.moments(asked, STEP);
        while (!some.isEmpty()) {
            moments.addAll(some);
            some =
                    some.size() < STEP
                            ? List.of()
                            : store.moments(asked.after(some.getLast()), STEP);
        }
        return moments;
    }

    private void write(Part part, CsvDownload csv) {
        @Nullable Instant after = Instant.EPOCH;
        while (after != null) {
            IndicatorFileStore.Asked next = part.asked().after(after);
            List<IndicatorFileStore.Row> rows =
                    Objects.requireNonNull(transaction.execute(_ -> store.rows(next, STEP)));
            for (IndicatorFileStore.Row row : rows) {
                if (row.value() != null) {
                    csv.row(cells(part.collection(), row));
                }
            }
            after = rows.isEmpty() ? null : rows.getLast().added();
        }
    }

    private static List<@Nullable Object> cells(
            ThreatCollection collection, IndicatorFileStore.Row row) {
        return Arrays.asList(
                row.kind(),
                row.value(),
                row.alone() ? "yes" : "no",
                row.object(),
                row.name(),
                Handling.ofRank(row.handling()).label(),
                collection.alias(),
                row.body(),
                row.validFrom(),
                row.validUntil(),
                row.confidence(),
                row.added());
    }
}
