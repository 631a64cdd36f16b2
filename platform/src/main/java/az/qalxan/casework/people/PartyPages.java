package az.qalxan.casework.people;

import az.qalxan.casework.CaseBrief;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseTab;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.ProceduralStatus;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Composes the page of the parties; in short it says how many, never who. */
@Component
class PartyPages implements CaseBrief {

    private final CaseDesk desk;
    private final Parties parties;
    private final PartyStore store;
    private final ReportLists reports;
    private final Jurisdiction jurisdiction;
    private final CaseTab tab;
    private final Clock clock;

    PartyPages(
            CaseDesk desk,
            Parties parties,
            PartyStore store,
            ReportLists reports,
            Jurisdiction jurisdiction,
            @Qualifier("partiesTab") CaseTab tab,
            Clock clock) {
        this.desk = desk;
        this.parties = parties;
        this.store = store;
        this.reports = reports;
        this.jurisdiction = jurisdiction;
        this.tab = tab;
        this.clock = clock;
    }

    @Override
    public CaseTab tab() {
        return tab;
    }

    @Override
    public List<Line> about(CaseHead head, Text text) {
        return store.counts(head).entrySet().stream()
                .map(count -> new Line(name(count.getKey(), text) + ": " + count.getValue(), ""))
                .toList();
    }

    private String name(String status, Text text) {
        return jurisdiction
                .status(status)
                .map(one -> text.pick(one.name().az(), one.name().en()))
                .orElse(status);
    }

    PartiesPage of(CaseHead head, @Nullable UUID report, HttpServletRequest request) {
        return new PartiesPage(
                desk.top(head, tab.code(), request),
                parties.view(head),
                jurisdiction.statuses().stream()
                        .filter(one -> one.basis().holdsOn(today()))
                        .toList(),
                jurisdiction.statuses().stream()
                        .collect(Collectors.toMap(ProceduralStatus::code, Function.identity())),
                report == null ? null : held(head, new ReportId(report)),
                today());
    }

    private @Nullable ReportRow held(CaseHead head, ReportId report) {
        return desk.holds(head, report)
                ? reports.of(List.of(report)).stream().findFirst().orElse(null)
                : null;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }
}
