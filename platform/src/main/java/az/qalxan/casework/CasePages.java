package az.qalxan.casework;

import az.qalxan.access.Colleagues;
import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Composes the pages of a case. */
@Component
class CasePages {

    private static final int REPORTS_ON_FIRST_PAGE = 20;
    private static final Pattern WAY = Pattern.compile("([a-z0-9-]+) → ([a-z0-9-]+)");

    private final CaseDesk desk;
    private final CaseContents contents;
    private final CaseMembers members;
    private final HeldReports held;
    private final ReportLists lists;
    private final ReportPages reports;
    private final CaseParts parts;
    private final List<CaseBrief> briefs;
    private final Jurisdiction jurisdiction;
    private final Colleagues colleagues;
    private final PageFrames frames;
    private final Clock clock;

    CasePages(
            CaseDesk desk,
            CaseContents contents,
            CaseMembers members,
            HeldReports held,
            ReportLists lists,
            ReportPages reports,
            CaseParts parts,
            List<CaseBrief> briefs,
            Jurisdiction jurisdiction,
            Colleagues colleagues,
            PageFrames frames,
            Clock clock) {
        this.desk = desk;
        this.contents = contents;
        this.members = members;
        this.held = held;
        this.lists = lists;
        this.reports = reports;
        this.parts = parts;
        this.briefs =
                briefs.stream()
                        .sorted(Comparator.comparingInt(brief -> brief.tab().order()))
                        .toList();
        this.jurisdiction = jurisdiction;
        this.colleagues = colleagues;
        this.frames = frames;
        this.clock = clock;
    }

    CasePage first(CaseFile file, HttpServletRequest request) {
        CaseHead head = file.head();
        UUID id = head.id();
        Text text = frames.of(request).text();
        List<HeldReport> places = held.of(head, 0, HeldReports.ROWS_MAX);
        return new CasePage(
                desk.top(head, "first", request),
                file,
                rows(places.stream().limit(REPORTS_ON_FIRST_PAGE).toList()).stream()
                        .map(row -> reports.row(row, text))
                        .toList(),
                held.count(head),
                lists.losses(places.stream().map(HeldReport::report).toList()),
                members.of(head),
                contents.notes(id),
                contents.tasksOf(id),
                briefs.stream()
                        .map(brief -> new CasePage.Card(brief.tab(), brief.about(head, text)))
                        .toList(),
                parts.of(head.number(), frames.of(request).viewer()),
                colleagues.ofCaller(),
                jurisdiction.outcomes(),
                clock.instant());
    }

    CaseReportsPage reports(CaseFile file, int skipped, HttpServletRequest request) {
        CaseHead head = file.head();
        Text text = frames.of(request).text();
        return new CaseReportsPage(
                desk.top(head, "reports", request),
                places(held.of(head, skipped, CaseReportsPage.ROWS), text),
                held.count(head),
                skipped,
                places(held.detached(head), text),
                contents.series(head.id()));
    }

    CaseHistoryPage history(CaseFile file, HttpServletRequest request) {
        Text text = frames.of(request).text();
        return new CaseHistoryPage(
                desk.top(file.head(), "history", request),
                contents.history(file.head().id()).stream()
                        .map(step -> inWords(step, text))
                        .toList());
    }

    /** A step that names what the pack knows by a code says it in the reader's language. */
    private CaseContents.Happening inWords(CaseContents.Happening step, Text text) {
        if (step.kind().startsWith("party-status-")) {
            return step.saying(
                    jurisdiction
                            .status(step.detail())
                            .map(one -> text.pick(one.name().az(), one.name().en()))
                            .orElse(step.detail()));
        }
        return step.kind().startsWith("hand-over-") ? step.saying(bodies(step.detail())) : step;
    }

    /** Acronyms in place of the codes that stand before and behind the first arrow. */
    private String bodies(String detail) {
        Matcher way = WAY.matcher(detail);
        return way.lookingAt()
                ? acronym(way.group(1))
                        + " → "
                        + acronym(way.group(2))
                        + detail.substring(way.end())
                : detail;
    }

    private String acronym(String body) {
        return jurisdiction.body(body).map(Body::acronym).orElse(body);
    }

    private List<ReportRow> rows(List<HeldReport> places) {
        return lists.of(places.stream().map(HeldReport::report).toList());
    }

    private List<CaseReportsPage.Held> places(List<HeldReport> places, Text text) {
        Map<ReportId, TriagePage.Row> rows =
                rows(places).stream()
                        .map(row -> reports.row(row, text))
                        .collect(Collectors.toMap(row -> row.report().id(), Function.identity()));
        return places.stream()
                .flatMap(place -> {
                    TriagePage.Row row = rows.get(place.report());
                    return row == null
                            ? java.util.stream.Stream.empty()
                            : java.util.stream.Stream.of(new CaseReportsPage.Held(place, row));
                })
                .toList();
    }
}
