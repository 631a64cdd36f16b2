package az.qalxan.casework.people;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.EnteredText;
import az.qalxan.casework.PartyDesk;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportView;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters whoever reported as a party, because an officer says so. */
@Component
class Reporters implements PartyDesk {

    private static final Set<String> STATUSES = Set.of("applicant", "victim");

    private final CaseDesk cases;
    private final ReportDesk reports;
    private final Parties parties;
    private final PartyForm form;

    Reporters(CaseDesk cases, ReportDesk reports, Parties parties, PartyForm form) {
        this.cases = cases;
        this.reports = reports;
        this.parties = parties;
        this.form = form;
    }

    @Override
    @Transactional
    public void enter(CaseNumber number, Person person, Caller caller) {
        Party typed =
                form.party(
                        new PartyForm.PartyTyped("person", person.name(), "", person.purpose()),
                        new PartyForm.StatusTyped(person.status(), "", person.ground(), ""),
                        caller.name());
        parties.enter(cases.require(number.value()), typed, caller);
    }

    @Override
    @Transactional
    public boolean enterVictim(CaseNumber number, ReportId report, Caller caller) {
        CaseHead head = cases.require(number.value());
        boolean named =
                reports.open(report, "party of " + number)
                                instanceof ReportDesk.Opening.Opened(ReportView seen)
                        && !(seen.onBehalfOf().isBlank() && seen.contact().name().isBlank());
        if (named) {
            enter(head, report.value(), "victim", caller);
        }
        return named;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(CaseHead head, UUID id, String status, Caller caller) {
        ReportId report = new ReportId(id);
        if (!STATUSES.contains(status)) {
            throw EnteredText.wrong("status", "party.wrong.status", status);
        }
        if (!cases.holds(head, report)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        if (parties.has(head, report)) {
            throw EnteredText.wrong("report", "party.wrong.reporter-entered");
        }
        ReportDesk.Opening opening = reports.open(report, "party of " + head.number());
        if (!(opening instanceof ReportDesk.Opening.Opened(ReportView seen))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        if (seen.onBehalfOf().isBlank() && seen.contact().name().isBlank()) {
            throw EnteredText.wrong("report", "party.wrong.reporter-unnamed");
        }
        parties.enter(head, party(seen, status, caller), caller);
    }

    private Party party(ReportView report, String status, Caller caller) {
        Contact contact = report.contact();
        boolean organisation = !report.onBehalfOf().isBlank();
        String reached =
                Stream.of(organisation ? contact.name() : "", contact.phone(), contact.email())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" · "));
        String reference = report.reference().value();
        Party typed =
                form.party(
                        new PartyForm.PartyTyped(
                                organisation ? "organisation" : "person",
                                organisation ? report.onBehalfOf() : contact.name(),
                                reached.substring(
                                        0, Math.min(reached.length(), Party.CONTACT_CHARS_MAX)),
                                reference + " nömrəli müraciət üzrə icraat"),
                        new PartyForm.StatusTyped(status, "", reference + " nömrəli müraciət", ""),
                        caller.name());
        return new Party(
                typed.id(),
                typed.kind(),
                typed.name(),
                typed.contact(),
                typed.purpose(),
                report.id(),
                typed.enteredAt(),
                typed.author(),
                null,
                "",
                typed.statuses());
    }
}
