package az.qalxan.casework;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.reporting.ReportLists;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for a body's programs; restricted ones and parties are for people alone. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseApi {

    private static final int ROWS = 100;

    private final CaseDesk desk;
    private final CaseStore store;
    private final HeldReports held;
    private final ReportLists lists;
    private final CaseArticles articles;
    private final AuditLog audit;

    CaseApi(
            CaseDesk desk,
            CaseStore store,
            HeldReports held,
            ReportLists lists,
            CaseArticles articles,
            AuditLog audit) {
        this.desk = desk;
        this.store = store;
        this.held = held;
        this.lists = lists;
        this.articles = articles;
        this.audit = audit;
    }

    /** A case of the list. */
    record CaseEntry(
            String number,
            String title,
            String body,
            String handling,
            String state,
            String outcome,
            Instant openedAt) {

        static CaseEntry of(CaseFile file) {
            CaseHead head = file.head();
            return new CaseEntry(
                    head.number().value(),
                    head.title(),
                    head.body().value(),
                    head.handling().label(),
                    file.code(),
                    file.ending().outcome(),
                    head.openedAt());
        }
    }

    /**
     * Cases, the newest first.
     *
     * @param before give this as {@code before} for the next page; null on the last one
     */
    record CaseList(List<CaseEntry> cases, @Nullable Instant before) {}

    /** One case with the references of its reports and the articles that stand today. */
    record WholeCase(
            CaseEntry file, List<String> articles, List<String> reports, List<String> series) {}

    @Operation(
            summary = "List cases",
            description = "state: open, suspended, closed or all; 100 a page, the newest first.")
    @Requires("casework:read")
    @GetMapping
    @Transactional
    public CaseList cases(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String before) {
        CaseStore.Filter filter = new CaseStore.Filter(state.equals("all") ? "" : state, "", "");
        List<CaseFile> found = store.page(filter, instant(before), ROWS + 1);
        boolean more = found.size() > ROWS;
        List<CaseFile> shown = more ? found.subList(0, ROWS) : found;
        audit.record(CaseworkAct.LISTED, AuditSubject.of("case", "list"));
        return new CaseList(
                shown.stream().map(CaseEntry::of).toList(),
                more ? shown.getLast().head().openedAt() : null);
    }

    @Operation(summary = "Read a case", description = "404 also for a case out of sight.")
    @Requires("casework:read")
    @GetMapping("/{number}")
    @Transactional
    public WholeCase one(@PathVariable String number) {
        CaseHead head = desk.view(number);
        return new WholeCase(
                CaseEntry.of(desk.file(head.number())),
                articles.standing(head),
                lists
                        .of(
                                held.of(head, 0, HeldReports.ROWS_MAX).stream()
                                        .map(HeldReport::report)
                                        .toList())
                        .stream()
                        .map(row -> row.reference().value())
                        .toList(),
                desk.series(head));
    }

    private static @Nullable Instant instant(String before) {
        try {
            return before.isBlank() ? null : Instant.parse(before.strip());
        } catch (DateTimeParseException e) {
            throw EnteredText.wrong("before", "case.wrong.due", before);
        }
    }
}
