package az.qalxan.operators;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules do with orders on somebody's behalf; every verb does what the page of that
 * name does, and is recorded alike.
 */
@Component
public class OperatorsDesk {

    private final Drafting drafting;
    private final Orders orders;
    private final OrderLaw law;
    private final CaseDesk cases;
    private final ProviderStore providers;
    private final Clock clock;

    OperatorsDesk(
            Drafting drafting,
            Orders orders,
            OrderLaw law,
            CaseDesk cases,
            ProviderStore providers,
            Clock clock) {
        this.drafting = drafting;
        this.orders = orders;
        this.law = law;
        this.cases = cases;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * What is asked of an operator, on the basis that the law proposes for that day.
     *
     * @param kind subscriber, traffic, content or preservation
     * @param phone in the form of E.164
     * @param caseNumber empty for none
     */
    public record Wanted(
            String provider,
            String kind,
            boolean emergency,
            String phone,
            String words,
            String purpose,
            String caseNumber) {}

    /** Drafts an order; gives its number. */
    @Transactional
    public String draft(Wanted wanted, Caller caller) {
        OrderKind kind = OrderKind.of(wanted.kind()).orElseThrow();
        @Nullable CaseHead attached =
                wanted.caseNumber().isEmpty() ? null : cases.require(wanted.caseNumber());
        DataOrder.Demand demand =
                new DataOrder.Demand(
                        kind,
                        wanted.emergency(),
                        false,
                        List.of(Identifier.read("InternationalE164", wanted.phone()).orElseThrow()),
                        null,
                        null,
                        wanted.words());
        DataOrder.Ground ground = law.choices(kind, drafting.today()).getFirst().ground();
        return drafting.draft(
                        new Drafting.Draft(
                                wanted.provider(), demand, ground, wanted.purpose(), "", attached),
                        Drafting.Origin.fresh(),
                        caller)
                .value();
    }

    /** Approves an order. */
    @Transactional
    public void approve(String number, Caller caller) {
        int version = orders.ofAuthority(number).order().version();
        orders.take(number, version, new OrderStep.Approve(), caller);
    }

    /** Takes note of an order for its addressee. */
    @Transactional
    public void acknowledge(String number, Caller operator) {
        orders.answer(number, new OrderStep.Acknowledge(), operator);
    }

    /** Uploads a file of the answer and closes the order. */
    @Transactional
    public void disclose(String number, String name, byte[] content, Caller operator) {
        orders.give(number, name, content, operator);
        orders.answer(number, new OrderStep.Disclose("Cavab fayldadır."), operator);
    }

    /** Says that there is nothing to hand over. */
    @Transactional
    public void unavailable(String number, String words, Caller operator) {
        orders.answer(number, new OrderStep.Unavailable(words), operator);
    }

    /** Asks about an order for its addressee. */
    @Transactional
    public void ask(String number, String words, Caller operator) {
        orders.answer(number, new OrderStep.Ask(words), operator);
    }

    /** Enters a responsible person of an operator. */
    @Transactional
    public void person(String provider, String name, String phone) {
        providers.insert(
                new Provider.Contact(
                        UUID.randomUUID(),
                        provider,
                        name,
                        "Məsul şəxs",
                        phone,
                        "",
                        true,
                        null,
                        null,
                        java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                                .plusDays(90)),
                clock.instant());
    }
}
