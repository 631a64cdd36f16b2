package az.qalxan.audit;

import java.util.List;
import java.util.Optional;

/** Where the page of a subject stands, for readers of the journal who may open it. */
record SubjectPlace(String kind, String path, String right) {

    private static final List<SubjectPlace> PLACES =
            List.of(
                    new SubjectPlace("report", "/reports/", "reporting:read"),
                    new SubjectPlace("series", "/series/", "series:read"),
                    new SubjectPlace("case", "/cases/", "casework:read"),
                    new SubjectPlace("exhibit", "/evidence/exhibits/", "evidence:read"),
                    new SubjectPlace("transfer", "/evidence/transfers/", "evidence:read"),
                    new SubjectPlace("hand-over", "/hand-overs/", "casework:read"),
                    new SubjectPlace("hit", "/hits/", "deconfliction:read"),
                    new SubjectPlace("hold", "/hits/holds/", "deconfliction:read"),
                    new SubjectPlace("watch", "/watch/", "deconfliction:read"),
                    new SubjectPlace("event-source", "/monitoring/sources/", "monitoring:read"),
                    new SubjectPlace("finding", "/monitoring/findings/", "monitoring:read"),
                    new SubjectPlace(
                            "rule-version", "/monitoring/rules/versions/", "monitoring:read"),
                    new SubjectPlace("incident", "/incidents/", "incident:read"),
                    new SubjectPlace("alert", "/incidents/alerts/", "incident:read"),
                    new SubjectPlace("criteria", "/incidents/criteria/versions/", "incident:read"),
                    new SubjectPlace("request", "/duty/requests/", "cooperation:read"),
                    new SubjectPlace("measure", "/strategy/measures/", "strategy:read"),
                    new SubjectPlace("law-recommendation", "/law/recommendations/", "law:read"),
                    new SubjectPlace("meeting", "/strategy/meetings/", "commission:read"),
                    new SubjectPlace(
                            "commission-task", "/strategy/meetings/tasks/", "commission:read"),
                    new SubjectPlace(
                            "commission-decision",
                            "/strategy/meetings/decisions/",
                            "commission:read"),
                    new SubjectPlace("swot-entry", "/strategy/swot/", "strategy:read"),
                    new SubjectPlace("plan-report", "/strategy/reports/", "strategy:read"),
                    new SubjectPlace(
                            "ranking-evidence", "/strategy/rankings/evidence/", "strategy:read"),
                    new SubjectPlace("organisation", "/directory/", "directory:read"),
                    new SubjectPlace("account", "/access/accounts/", "access:administer"));

    static Optional<SubjectPlace> of(String kind) {
        return PLACES.stream().filter(place -> place.kind().equals(kind)).findFirst();
    }
}
