package az.qalxan.evidence.custody;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseOpening;
import az.qalxan.casework.Cases;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.directory.NewOrganisations;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.evidence.DemoExhibits;
import az.qalxan.evidence.DemoExhibits.Invented;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Two invented cases with evidence: one that ended a year ago and whose exhibits go back soon, and
 * one that goes on. Nothing of it happened.
 */
@Component
class DemoEvidence implements DemoPart {

    private static final String ENDED = "Nümayiş: saxta bank səhifəsi, hökm çıxarılıb";
    private static final String RUNNING = "Nümayiş: oğurlanmış hesablar, istintaq gedir";

    private final DemoExhibits exhibits;
    private final Exhibits register;
    private final HandingOver transfers;
    private final Releases releases;
    private final CaseEnds ends;
    private final Cases cases;
    private final NewOrganisations organisations;
    private final DemoPeople people;
    private final Jurisdiction jurisdiction;

    DemoEvidence(
            DemoExhibits exhibits,
            Exhibits register,
            HandingOver transfers,
            Releases releases,
            CaseEnds ends,
            Cases cases,
            NewOrganisations organisations,
            DemoPeople people,
            Jurisdiction jurisdiction) {
        this.exhibits = exhibits;
        this.register = register;
        this.transfers = transfers;
        this.releases = releases;
        this.ends = ends;
        this.cases = cases;
        this.organisations = organisations;
        this.people = people;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void play(Instant now) {
        Caller investigator = people.caller(Role.INVESTIGATOR, "din");
        if (exhibits.any(investigator)) {
            return;
        }
        Caller system = people.caller(Role.ADMINISTRATOR, "xritdx");
        at(now.minus(Duration.ofDays(500)), system, this::introduceCourt);
        ended(now, investigator);
        running(now, investigator);
    }

    private boolean introduceCourt() {
        Organisation court =
                new Organisation(
                        new BodyCode(DemoPeople.COURT),
                        "Nümunə Məhkəməsi",
                        new Words("Nümunə Məhkəməsi", "Sample Court"),
                        List.of(OrganisationKind.COURT),
                        false,
                        new Words("nümayiş üçün uydurulub", "invented"));
        return ActingAs.call(
                az.qalxan.database.TransactionIdentity.job("demo"),
                () -> organisations.introduce(court));
    }

    private CaseNumber opened(Instant at, String title, Caller lead) {
        return at(
                at,
                lead,
                () ->
                        cases.open(
                                        new CaseOpening(
                                                title,
                                                lead.body(),
                                                Handling.AMBER,
                                                lead.name(),
                                                lead.account().toString(),
                                                List.of()))
                                .number());
    }

    private void ended(Instant now, Caller lead) {
        Instant start = now.minus(Duration.ofDays(460));
        CaseNumber number = opened(start, ENDED, lead);
        Exhibit phone = exhibits.put(Invented.PHONE, number, start.plus(Duration.ofHours(5)), lead);
        Exhibit image =
                exhibits.put(Invented.IMAGE, number, start.plus(Duration.ofHours(30)), lead);
        Exhibit answer =
                exhibits.put(Invented.ANSWER, number, start.plus(Duration.ofDays(6)), lead);
        at(
                start.plus(Duration.ofDays(7)),
                lead,
                () -> exhibits.admit(List.of(phone, image, answer), "17/2025", lead));
        Caller expert = people.caller(Role.CERT_ANALYST, "xritdx");
        Caller clerk = people.named("katib");
        pass(phone, expert, start.plus(Duration.ofDays(9)), "Texniki ekspertiza üçün.", lead);
        pass(phone, lead, start.plus(Duration.ofDays(24)), "Ekspertiza başa çatıb.", expert);
        at(
                start.plus(Duration.ofDays(25)),
                lead,
                () ->
                        register.copy(
                                register.require(image.id().value()),
                                new Exhibits.NewCopy(
                                        "working",
                                        "Təhlil üçün iş surəti, izlər eynidir.",
                                        "Analitik iş yeri 4"),
                                lead));
        pass(phone, clerk, start.plus(Duration.ofDays(70)), "İş məhkəməyə göndərilib.", lead);
        give(answer, Release.Kind.COPY, start.plus(Duration.ofDays(80)), lead);
        LocalDate inForce =
                LocalDate.ofInstant(now, jurisdiction.zone()).minusYears(1).plusDays(12);
        at(
                inForce.atTime(11, 0).atZone(jurisdiction.zone()).toInstant(),
                clerk,
                () -> {
                    ends.enter(
                            number,
                            new CaseEnd(
                                    "verdict",
                                    inForce,
                                    "Hökm № 1(101)-312/2025",
                                    "Nümayiş üçün uydurulub.",
                                    inForce.atTime(11, 0).atZone(jurisdiction.zone()).toInstant(),
                                    clerk.name()),
                            clerk);
                    return true;
                });
    }

    private void running(Instant now, Caller lead) {
        Instant start = now.minus(Duration.ofDays(20));
        CaseNumber number = opened(start, RUNNING, lead);
        Exhibit laptop =
                exhibits.put(Invented.LAPTOP, number, start.plus(Duration.ofHours(3)), lead);
        Exhibit logs = exhibits.put(Invented.LOGS, number, start.plus(Duration.ofHours(28)), lead);
        exhibits.put(Invented.MESSAGES, number, start.plus(Duration.ofDays(3)), lead);
        at(
                start.plus(Duration.ofDays(2)),
                lead,
                () -> exhibits.admit(List.of(logs), "44/2026", lead));
        give(laptop, Release.Kind.LOAN, start.plus(Duration.ofDays(8)), lead);
        Caller colleague = people.named("mustentiq-2");
        propose(
                logs,
                new Side(colleague.account().toString(), colleague.name(), colleague.body()),
                now.minus(Duration.ofDays(6)),
                "İkinci müstəntiq jurnalları təhlil edir.",
                lead);
    }

    private static Confirmation.Confirmed confirmed(Caller caller) {
        return new Confirmation.Confirmed(caller.account(), "demo");
    }

    private Transfer propose(Exhibit exhibit, Side to, Instant when, String why, Caller giver) {
        return at(
                when,
                giver,
                () ->
                        transfers.propose(
                                new HandingOver.Wanted(
                                        List.of(register.require(exhibit.id().value())),
                                        to,
                                        why,
                                        "Tapşırıq № 12 (nümayiş)",
                                        "Zədəsiz, qablaşdırma bütövdür.",
                                        "Sübut otağı, rəf 2",
                                        true),
                                confirmed(giver),
                                giver));
    }

    private void pass(Exhibit exhibit, Caller to, Instant when, String why, Caller giver) {
        boolean same = to.body().equals(giver.body());
        Side side =
                same
                        ? new Side(to.account().toString(), to.name(), to.body())
                        : new Side("", "", to.body());
        Transfer offered = propose(exhibit, side, when, why, giver);
        at(
                when.plus(Duration.ofHours(3)),
                to,
                () -> {
                    transfers.sign(
                            offered.terms().id(),
                            new HandingOver.Found(true, ""),
                            confirmed(to),
                            to);
                    return true;
                });
    }

    private void give(Exhibit exhibit, Release.Kind kind, Instant when, Caller giver) {
        boolean loan = kind == Release.Kind.LOAN;
        at(
                when,
                giver,
                () -> {
                    releases.give(
                            register.require(exhibit.id().value()),
                            new Releases.Wanted(
                                    kind,
                                    "Uydurma Şəxs",
                                    "Şəxsiyyət vəsiqəsi, nümunə",
                                    "Qərar № 9 (nümayiş)",
                                    loan
                                            ? "Mühasibat proqramı yalnız bu noutbukdadır."
                                            : "Sahibi öz məlumatının surətini istəyib.",
                                    "Qəbz № 3 (nümayiş)",
                                    loan
                                            ? LocalDate.ofInstant(when, jurisdiction.zone())
                                                    .plusDays(20)
                                            : null),
                            confirmed(giver),
                            giver);
                    return true;
                });
    }

    private static <T> T at(Instant moment, Caller caller, Supplier<T> work) {
        return WorkTime.call(moment, () -> ActingAs.call(caller.identity(), work::get));
    }
}
