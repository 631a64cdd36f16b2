package az.qalxan.demo;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.assets.AssetsDesk;
import az.qalxan.assets.Money;
import az.qalxan.database.WorkTime;
import az.qalxan.directory.NewOrganisations;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.engines.synthesis.OnwardHoldings;
import az.qalxan.engines.synthesis.PlantedIdentifier;
import az.qalxan.engines.synthesis.SyntheticReport;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Where the invented money went: first hops that officers confirm, what the fictional banks answer,
 * some of it frozen and given back. Only the last months are played, because older money is gone.
 */
@Component
class DemoAssets {

    /** How far back money is followed. */
    static final Duration FOLLOWED = Duration.ofDays(120);

    private static final Duration DECIDED_AFTER = Duration.ofHours(31);

    private static final String DROPPED = "Nümayiş: pul artıq nağdlaşdırılıb.";
    private static final String REFUSED = "Nümayiş: hesab bağlanıb, vəsait yoxdur.";
    private static final String MOVED = "Nümayiş: vəsait sorğudan əvvəl köçürülüb.";
    private static final String GIVEN_BACK = "Nümayiş: məhkəmənin uydurma qərarı";
    private static final BigDecimal MANAT_PER_TETHER = new BigDecimal("1.70");

    /** Accounts behind the first of one ring. */
    private static final long LAYER = 4;

    private static final long SINGLES = 10_000_000L;

    private static final String BODY = "din";

    /** Freezes whose clocks run when somebody looks. */
    private static final int RUNNING = 12;

    private final AssetsDesk desk;
    private final NewOrganisations organisations;
    private final DemoPeople people;
    private final Jurisdiction jurisdiction;
    private final Deque<Taken> newest = new ArrayDeque<>();

    DemoAssets(
            AssetsDesk desk,
            NewOrganisations organisations,
            DemoPeople people,
            Jurisdiction jurisdiction) {
        this.desk = desk;
        this.organisations = organisations;
        this.people = people;
        this.jurisdiction = jurisdiction;
    }

    /** An accepted report of the country with its id in the register. */
    record Taken(SyntheticReport report, ReportId id) {}

    /** Writes the fictional banks into the directory. */
    void introduceBanks() {
        OnwardHoldings.banks()
                .forEach(name ->
                        organisations.introduce(
                                new Organisation(
                                        new BodyCode(code(name)),
                                        name,
                                        new Words(name, name),
                                        List.of(OrganisationKind.BANK),
                                        false,
                                        new Words("nümayiş üçün uydurulub", "invented"))));
    }

    private static String code(String bank) {
        return bank.toLowerCase(Locale.of("az"))
                .replace('ü', 'u')
                .replace('ı', 'i')
                .replace('ə', 'e')
                .replace('ö', 'o')
                .replace('ç', 'c')
                .replace(' ', '-');
    }

    private static String bank(long number) {
        List<String> banks = OnwardHoldings.banks();
        return code(banks.get((int) (number % banks.size())));
    }

    /** What officers do about the money of a day's reports that they accepted that day. */
    void work(
            List<SyntheticReport> day,
            List<Receipt> receipts,
            OnwardHoldings onward,
            Evening evening) {
        if (evening.at().plus(DemoOfficers.LEFT_WAITING).isAfter(evening.now())) {
            return;
        }
        List<Taken> accepted = new ArrayList<>();
        for (int i = 0; i < day.size(); i++) {
            if (isAccepted(day.get(i))) {
                accepted.add(new Taken(day.get(i), receipts.get(i).id()));
            }
        }
        Hours hours = new Hours(evening.at().plus(DECIDED_AFTER), onward, officer());
        boolean followed = evening.at().plus(FOLLOWED).isAfter(evening.now());
        WorkTime.run(hours.begin(), () -> work(accepted, hours, followed));
    }

    /** The hours in which an officer deals with a day's money. */
    private record Hours(Instant begin, OnwardHoldings onward, Caller officer) {

        Instant minute(long minutes) {
            return begin.plus(Duration.ofMinutes(minutes));
        }
    }

    /** When a day ended and what time it really is. */
    record Evening(Instant at, Instant now) {}

    private boolean isAccepted(SyntheticReport report) {
        return report.series() != null || report.number() % 100 < DemoOfficers.SINGLE_CASES_PERCENT;
    }

    /** The newest losses that were too old to be proposed by themselves. */
    private void remember(List<Taken> accepted, List<AssetsDesk.Proposal> proposals) {
        for (Taken one : accepted) {
            if (isOurs(one.report())
                    && proposals.stream().noneMatch(other -> other.report().equals(one.id()))
                    && one.report().loss() != null
                    && offenders(one.report()).isPresent()) {
                newest.addFirst(one);
            }
        }
        while (newest.size() > RUNNING) {
            newest.removeLast();
        }
    }

    private boolean isOurs(SyntheticReport report) {
        return jurisdiction
                .category(report.category())
                .filter(one -> one.defaultBody().equals(BODY) && !one.sensitive())
                .isPresent();
    }

    private Caller officer() {
        return people.caller(Role.INVESTIGATOR, BODY);
    }

    private void work(List<Taken> accepted, Hours hours, boolean followed) {
        List<AssetsDesk.Proposal> proposals =
                desk.proposals(accepted.stream().map(Taken::id).toList());
        Map<ReportId, SyntheticReport> reports =
                accepted.stream()
                        .filter(one -> isOurs(one.report()))
                        .collect(Collectors.toMap(Taken::id, Taken::report));
        List<String> dropped = new ArrayList<>();
        for (AssetsDesk.Proposal one : proposals) {
            SyntheticReport report = reports.get(one.report());
            if (!followed || report == null || !isOffenders(report, one.holding())) {
                dropped.add(one.number());
            }
        }
        desk.drop(dropped, DROPPED, hours.officer());
        remember(accepted, proposals);
        if (followed) {
            accepted.stream()
                    .filter(one -> isOurs(one.report()))
                    .forEach(one -> follow(one, hours));
            proposals.stream()
                    .filter(one -> !dropped.contains(one.number()))
                    .forEach(one -> answer(one, reports, hours));
        }
    }

    /** Confirms most first hops; where nothing was frozen, a bank told where the money went on. */
    private void follow(Taken taken, Hours hours) {
        OnwardHoldings onward = hours.onward();
        Caller officer = hours.officer();
        SyntheticReport report = taken.report();
        SyntheticReport.Loss loss = report.loss();
        Optional<PlantedIdentifier> first = offenders(report);
        if (loss == null
                || first.isEmpty()
                || report.number() % 4 == 3
                || !desk.confirm(taken.id(), first.get().value(), officer)
                || report.number() % 10 < 5) {
            return;
        }
        Money lost = new Money(loss.amount(), loss.currency());
        Money on = part(lost, 60 + report.number() % 40);
        Instant at = report.happenedAt().plus(Duration.ofMinutes(7 + report.number() % 50));
        String account = onward.account(layer(report));
        desk.enter(
                taken.id(),
                new AssetsDesk.Told(first.get().value(), account, on, on, at),
                "Nümayiş: çıxarış " + report.number(),
                officer);
        if (report.number() % 3 == 0) {
            Money away = part(on, 70);
            desk.enter(
                    taken.id(),
                    new AssetsDesk.Told(
                            account,
                            onward.wallet(layer(report) / LAYER),
                            away,
                            exchanged(away),
                            at.plus(Duration.ofHours(3))),
                    "Nümayiş: çıxarış " + report.number(),
                    officer);
        }
    }

    /**
     * Each ring keeps a few accounts and one wallet behind the first; a single offender has own.
     */
    private static long layer(SyntheticReport report) {
        String ring = report.series();
        return ring == null
                ? SINGLES + report.number() * LAYER
                : Long.parseLong(ring.substring(1)) * LAYER + report.number() % 3;
    }

    private static Money part(Money whole, long percent) {
        BigDecimal amount =
                whole.amount()
                        .multiply(BigDecimal.valueOf(percent))
                        .divide(BigDecimal.valueOf(100), 2, RoundingMode.DOWN);
        return amount.signum() > 0 ? new Money(amount, whole.currency()) : whole;
    }

    private static Money exchanged(Money money) {
        if (!money.currency().equals("AZN")) {
            return money;
        }
        BigDecimal bought = money.amount().divide(MANAT_PER_TETHER, 2, RoundingMode.DOWN);
        return bought.signum() > 0 ? new Money(bought, "USDT") : money;
    }

    /** What the fictional bank answers: by the report's number, so that every load is alike. */
    private void answer(
            AssetsDesk.Proposal proposal, Map<ReportId, SyntheticReport> reports, Hours hours) {
        SyntheticReport report = reports.get(proposal.report());
        Money asked = proposal.asked();
        if (report == null || asked == null) {
            return;
        }
        long number = report.number();
        WorkTime.run(
                hours.minute(4 + number % 25),
                () -> desk.send(proposal.number(), bank(number), hours.officer()));
        WorkTime.run(
                hours.minute(34 + number % 9),
                () -> desk.acknowledge(proposal.number(), hours.officer()));
        WorkTime.run(hours.minute(46 + number % 150), () -> decide(proposal, asked, number, hours));
        if (number % 10 == 0) {
            WorkTime.run(
                    hours.minute(2 * 24 * 60),
                    () -> desk.giveBack(proposal.number(), GIVEN_BACK, hours.officer()));
        }
    }

    private void decide(AssetsDesk.Proposal proposal, Money asked, long number, Hours hours) {
        Caller officer = hours.officer();
        switch ((int) (number % 10)) {
            case 0, 1, 2 -> desk.confirmHold(proposal.number(), asked, null, officer);
            case 3, 4 -> desk.confirmHold(proposal.number(), part(asked, 40), null, officer);
            case 5, 6 -> desk.refuse(proposal.number(), REFUSED, officer);
            default -> late(proposal, number, hours);
        }
    }

    /** The next account was empty as well: its proposal is dropped. */
    private void late(AssetsDesk.Proposal proposal, long number, Hours hours) {
        desk.tooLate(
                proposal.number(),
                hours.onward().account(SINGLES + number),
                MOVED,
                hours.officer());
        desk.drop(
                desk.proposals(List.of(proposal.report())).stream()
                        .map(AssetsDesk.Proposal::number)
                        .toList(),
                DROPPED,
                hours.officer());
    }

    /** The first minutes of some freezes, so that clocks run when somebody looks. */
    void leaveRunning(Instant now) {
        Caller officer = officer();
        int place = 0;
        for (Taken one : newest) {
            Optional<PlantedIdentifier> first = offenders(one.report());
            SyntheticReport.Loss loss = one.report().loss();
            if (first.isPresent() && loss != null) {
                Money asked = new Money(loss.amount(), loss.currency());
                leaveRunning(one, first.get().value(), asked, new Moment(place++, now), officer);
            }
        }
    }

    private record Moment(int place, Instant now) {

        Instant minutesAgo(long minutes) {
            return now.minus(Duration.ofMinutes(minutes));
        }
    }

    private void leaveRunning(
            Taken one, String holding, Money asked, Moment moment, Caller officer) {
        WorkTime.run(
                moment.minutesAgo(10 + 9L * moment.place()),
                () -> {
                    String number = desk.draft(one.id(), holding, asked, officer);
                    if (moment.place() % 4 > 0) {
                        desk.send(number, bank(one.report().number()), officer);
                    }
                    if (moment.place() % 4 == 2) {
                        desk.acknowledge(number, officer);
                    }
                    if (moment.place() % 4 == 3) {
                        desk.confirmHold(
                                number,
                                asked,
                                moment.now().plus(Duration.ofMinutes(25 + 400L * moment.place())),
                                officer);
                    }
                });
    }

    private static boolean isOffenders(SyntheticReport report, String holding) {
        return offenders(report).filter(one -> masked(one).equals(holding)).isPresent();
    }

    /** As the register shows it: a card by its first six and last four digits. */
    private static String masked(PlantedIdentifier one) {
        String value = one.value();
        return one.kind().equals("card")
                ? value.substring(0, 6)
                        + "*".repeat(value.length() - 10)
                        + value.substring(value.length() - 4)
                : value;
    }

    /** The offender's account or card that the report states; absent when it states none. */
    private static Optional<PlantedIdentifier> offenders(SyntheticReport report) {
        return report.identifiers().stream()
                .filter(one -> one.kind().equals("iban") || one.kind().equals("card"))
                .filter(one ->
                        switch (one.standing()) {
                            case RING, SINGLE, BRIDGE -> true;
                            case HUB, OWN -> false;
                        })
                .findFirst();
    }
}
