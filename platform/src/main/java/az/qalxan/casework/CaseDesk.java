package az.qalxan.casework;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.CaseOutcome;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way to a case for the modules that keep a part of it: find it, note what was done to it. */
@Component
public class CaseDesk {

    private final CaseStore store;
    private final CaseContents contents;
    private final HeldReports held;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final PageFrames frames;
    private final ObjectProvider<CaseNotice> notices;
    private final List<CaseTab> tabs;
    private final Clock clock;

    CaseDesk(
            CaseStore store,
            CaseContents contents,
            HeldReports held,
            Jurisdiction jurisdiction,
            AuditLog audit,
            PageFrames frames,
            ObjectProvider<CaseNotice> notices,
            List<CaseTab> tabs,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.held = held;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.frames = frames;
        this.notices = notices;
        this.tabs = tabs.stream().sorted(Comparator.comparingInt(CaseTab::order)).toList();
        this.clock = clock;
    }

    /** The case of an address, or the problem "not found" for those who may not know of it. */
    @Transactional(readOnly = true)
    public CaseHead require(String typed) {
        return file(number(typed)).head();
    }

    /** The case of an address, to be shown; the view is recorded. */
    @Transactional
    public CaseHead view(String typed) {
        CaseHead head = file(number(typed)).head();
        audit.record(CaseworkAct.VIEWED, AuditSubject.of("case", head.number()));
        return head;
    }

    /** The case of that number, as far as the caller may know of it. */
    @Transactional(readOnly = true)
    public Optional<CaseHead> find(CaseNumber number) {
        return store.find(number).map(CaseFile::head);
    }

    /** The number in an address; what is none leads to no case. */
    public static CaseNumber number(String typed) {
        if (!CaseNumber.fits(typed)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new CaseNumber(typed);
    }

    /** The numbers of the series that the case is about. */
    @Transactional(readOnly = true)
    public List<String> series(CaseHead head) {
        return contents.series(head.id());
    }

    /** How many reports stand in the case, of those in the caller's sight. */
    @Transactional(readOnly = true)
    public long reports(CaseHead head) {
        return held.count(head);
    }

    /** Whether that report stands in the case, as far as the caller may see both. */
    @Transactional(readOnly = true)
    public boolean holds(CaseHead head, ReportId report) {
        return held.holders(report).stream().anyMatch(one -> one.number().equals(head.number()));
    }

    /** Writes a step into the case's history and into the journal. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CaseHead head, Noted step) {
        contents.note(
                head.id(),
                new CaseContents.Happening(
                        clock.instant(), step.kind(), step.author(), step.detail()));
        audit.record(step.act(), AuditSubject.of("case", head.number()));
    }

    /** The head of a page of that case. */
    @Transactional(readOnly = true)
    public CaseTop top(CaseHead head, String tab, HttpServletRequest request) {
        CaseFile file = file(head.number());
        Text text = frames.of(request).text();
        return new CaseTop(
                file.head(),
                file.code(),
                outcome(file.ending(), text),
                file.ending().reason(),
                notices.orderedStream()
                        .flatMap(one -> one.about(file.head(), text).stream())
                        .toList(),
                tabs,
                tab);
    }

    private String outcome(Ending ending, Text text) {
        return jurisdiction
                .outcome(ending.outcome())
                .map(CaseOutcome::name)
                .map(name -> text.pick(name.az(), name.en()))
                .orElse(ending.outcome());
    }

    CaseFile file(CaseNumber number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
