package az.qalxan.assets;

import az.qalxan.access.Caller;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules do with trails and freezes on an officer's behalf; every verb does what the
 * page of that name does, and is recorded alike. Holdings are named as people see them.
 */
@Component
public class AssetsDesk {

    private final Transfers transfers;
    private final Freezes freezes;
    private final FreezeStore store;
    private final Returns returns;
    private final ReturnStore decided;
    private final Standings standings;
    private final HoldingReading holdings;
    private final AssetsPack pack;
    private final Clock clock;

    AssetsDesk(
            Transfers transfers,
            Freezes freezes,
            FreezeStore store,
            Returns returns,
            ReturnStore decided,
            Standings standings,
            HoldingReading holdings,
            AssetsPack pack,
            Clock clock) {
        this.transfers = transfers;
        this.freezes = freezes;
        this.store = store;
        this.returns = returns;
        this.decided = decided;
        this.standings = standings;
        this.holdings = holdings;
        this.pack = pack;
        this.clock = clock;
    }

    /**
     * A freeze that nobody has sent yet.
     *
     * @param holding as people see it
     * @param asked null for the whole holding
     */
    public record Proposal(String number, ReportId report, String holding, @Nullable Money asked) {}

    /** The drafts that wait for those reports. */
    @Transactional(readOnly = true)
    public List<Proposal> proposals(Collection<ReportId> reports) {
        return store.of(reports, "").stream()
                .filter(Freeze.Drafted.class::isInstance)
                .map(Freeze::head)
                .filter(head -> head.standing().report() != null)
                .map(head ->
                        new Proposal(
                                head.number().value(),
                                Objects.requireNonNull(head.standing().report()),
                                head.holding().value(),
                                head.asked()))
                .toList();
    }

    /** Confirms the first hop of a report; false when the report does not name that holding. */
    @Transactional
    public boolean confirm(ReportId report, String holding, Caller caller) {
        return holdings.read(holding)
                .map(found -> transfers.confirm(report, found.key(), caller))
                .orElse(false);
    }

    /** A transfer that a bank told. */
    public record Told(String from, String to, Money sent, Money received, Instant at) {}

    /** Enters what a bank told about the money of a report; false when a holding is unreadable. */
    @Transactional
    public boolean enter(ReportId report, Told told, String document, Caller caller) {
        Holding from = holdings.read(told.from()).orElse(null);
        Holding to = holdings.read(told.to()).orElse(null);
        if (from == null || to == null) {
            return false;
        }
        transfers.enter(
                standing(report),
                List.of(
                        new Transfer(
                                UUID.randomUUID(),
                                from,
                                to,
                                told.sent(),
                                told.received(),
                                told.at(),
                                KnownBy.BANK,
                                true,
                                "")),
                document,
                caller);
        return true;
    }

    private Standing standing(ReportId report) {
        return standings.of(report).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Drafts a freeze of a holding for a report; gives its number. */
    @Transactional
    public String draft(ReportId report, String holding, Money asked, Caller caller) {
        Holding found =
                holdings.read(holding).orElseThrow(() -> ProblemFound.of(WebProblem.INVALID_INPUT));
        return freezes.draft(
                        new Freezes.Draft(standing(report), found, asked, asked.currency(), false),
                        caller)
                .value();
    }

    /** Sends a draft on the pack's first legal basis. */
    @Transactional
    public void send(String number, String organisation, Caller caller) {
        Freeze freeze = freezes.see(new FreezeNumber(number));
        take(
                freeze,
                new FreezeStep.Send(
                        organisation, pack.bases().getFirst().code(), freeze.head().asked()),
                caller);
    }

    /** Notes that the organisation has the request. */
    @Transactional
    public void acknowledge(String number, Caller caller) {
        take(freezes.see(new FreezeNumber(number)), new FreezeStep.Acknowledge(), caller);
    }

    /** Notes that the organisation holds money since now; {@code until} null: until lifted. */
    @Transactional
    public void confirmHold(String number, Money amount, @Nullable Instant until, Caller caller) {
        take(
                freezes.see(new FreezeNumber(number)),
                new FreezeStep.Confirm(amount, clock.instant(), until, "Əməliyyat şöbəsi"),
                caller);
    }

    /** Notes that the organisation holds nothing. */
    @Transactional
    public void refuse(String number, String reason, Caller caller) {
        take(freezes.see(new FreezeNumber(number)), new FreezeStep.Refuse(reason), caller);
    }

    /** Notes that the money had moved to that holding. */
    @Transactional
    public void tooLate(String number, String movedTo, String reason, Caller caller) {
        Freeze freeze = freezes.see(new FreezeNumber(number));
        take(
                freeze,
                new FreezeStep.TooLate(
                        holdings.read(movedTo).orElse(null),
                        freeze.head().asked(),
                        clock.instant(),
                        reason),
                caller);
    }

    private void take(Freeze freeze, FreezeStep step, Caller caller) {
        freezes.take(freeze.head().number(), freeze.head().version(), step, caller);
    }

    /** Drops drafts for a reason. */
    @Transactional
    public void drop(List<String> numbers, String reason, Caller caller) {
        freezes.drop(numbers.stream().map(FreezeNumber::new).toList(), reason, caller);
    }

    /** Gives a held sum back in proportion and pays every share; false when it is nobody's. */
    @Transactional
    public boolean giveBack(String number, String words, Caller caller) {
        FreezeNumber named = new FreezeNumber(number);
        if (!(freezes.see(named) instanceof Freeze.Held held)) {
            return false;
        }
        Map<ReportId, Money> amounts =
                returns.propose(held, ReturnRule.PROPORTIONAL).stream()
                        .filter(one -> !one.traced().isNone())
                        .collect(Collectors.toMap(Claim::report, Claim::traced));
        if (amounts.isEmpty()) {
            return false;
        }
        returns.decide(
                named,
                new Returns.Decided(held.head().version(), ReturnRule.PROPORTIONAL, words, amounts),
                caller);
        decided.of(held.head().id()).stream()
                .flatMap(one -> one.shares().stream())
                .filter(ReturnShare::pending)
                .forEach(one -> returns.pay(named, one.id(), words, caller));
        return true;
    }
}
