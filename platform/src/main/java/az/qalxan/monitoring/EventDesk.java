package az.qalxan.monitoring;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looking at events: never without a purpose, which is recorded with who looked. */
@Component
class EventDesk {

    private final EventArchive archive;
    private final EventSearch search;
    private final AuditLog audit;

    EventDesk(EventArchive archive, @Qualifier("eventSearch") EventSearch search, AuditLog audit) {
        this.archive = archive;
        this.search = search;
        this.audit = audit;
    }

    /** Searches; the answer tells only of what the caller may see. */
    @Transactional(timeout = 30)
    List<EventArchive.Kept> search(EventArchive.Query query, String purpose, int most) {
        String words = RuleDesk.reason("purpose", purpose);
        List<EventArchive.Kept> found = search.search(query, most);
        audit.record(
                MonitoringAct.EVENTS_SEARCHED,
                AuditSubject.of("events", query.source() == null ? "all" : query.source()),
                Map.of("purpose", words, "results", String.valueOf(found.size())));
        return found;
    }

    @Transactional
    EventArchive.Kept view(UUID id, String purpose) {
        String words = RuleDesk.reason("purpose", purpose);
        EventArchive.Kept event =
                archive.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(
                MonitoringAct.EVENT_VIEWED, AuditSubject.of("event", id), Map.of("purpose", words));
        return event;
    }

    /**
     * The events that a finding rests on, as far as they are kept; viewing the finding is recorded.
     */
    @Transactional(readOnly = true)
    List<EventArchive.Kept> behind(KeptFinding finding) {
        return archive.of(finding.events());
    }
}
