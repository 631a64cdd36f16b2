package az.qalxan.audit;

import az.qalxan.web.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the journal and records who read what of it. */
@Component
class Journal {

    static final int PAGE_ROWS = 100;
    static final int EXPORT_ROWS = 10_000;

    /** The days of the filter are the country's. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Baku");

    private final JournalStore store;
    private final AuditLog log;
    private final ObjectProvider<Actors> actors;

    Journal(JournalStore store, AuditLog log, ObjectProvider<Actors> actors) {
        this.store = store;
        this.log = log;
        this.actors = actors;
    }

    /** The rows before that place; the reading is recorded after it, so it shows on the next. */
    @Transactional
    public JournalPage page(JournalFilter filter, long before, Text text) {
        List<AuditRecord> found = store.records(query(filter, before, text), PAGE_ROWS + 1);
        log.record(JournalAct.READ, AuditSubject.of("journal", "page"), filter.asked());
        boolean more = found.size() > PAGE_ROWS;
        List<AuditRecord> shown = more ? found.subList(0, PAGE_ROWS) : found;
        return of(shown, filter, more ? shown.getLast().sequence() : 0, text);
    }

    /** The latest rows that fit into a file, at most {@link #EXPORT_ROWS}. */
    @Transactional
    public JournalPage export(JournalFilter filter, Text text) {
        List<AuditRecord> found = store.records(query(filter, Long.MAX_VALUE, text), EXPORT_ROWS);
        log.record(JournalAct.EXPORTED, AuditSubject.of("journal", "file"), filter.asked());
        return of(found, filter, 0, text);
    }

    private JournalPage of(List<AuditRecord> rows, JournalFilter filter, long next, Text text) {
        @Nullable Actors known = actors.getIfAvailable();
        if (known == null) {
            return new JournalPage(rows, filter, next, Map.of(), Map.of());
        }
        Map<String, String> names =
                known.names(rows.stream().flatMap(Journal::people).collect(Collectors.toSet()));
        return new JournalPage(rows, filter, next, names, known.bodies(text.language()));
    }

    private static Stream<String> people(AuditRecord row) {
        return Stream.of(row.account(), row.subject().id());
    }

    private JournalStore.Query query(JournalFilter filter, long before, Text text) {
        return new JournalStore.Query(
                start(filter.firstDay().orElse(null)),
                start(filter.lastDay().map(day -> day.plusDays(1)).orElse(null)),
                filter.actor().isEmpty() ? null : accounts(filter.actor()),
                filter.act(),
                kinds(filter, text),
                filter.subject(),
                filter.body(),
                before);
    }

    /** An id alone is looked up under every kind, because the index begins with the kind. */
    private static List<String> kinds(JournalFilter filter, Text text) {
        if (!filter.kind().isEmpty()) {
            return List.of(filter.kind());
        }
        return filter.subject().isEmpty() ? List.of() : JournalPage.kinds(text);
    }

    private List<String> accounts(String actor) {
        List<String> accounts = new ArrayList<>(List.of(actor));
        actors.ifAvailable(known -> accounts.addAll(known.called(actor)));
        return accounts;
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZONE).toInstant();
    }
}
