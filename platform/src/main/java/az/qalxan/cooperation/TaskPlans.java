package az.qalxan.cooperation;

import az.qalxan.jurisdiction.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tasks follow from a request's state and clocks. Pure; how long before and after is data of
 * the pack.
 */
record TaskPlans(DutyRules rules) {

    static final String LOOK = "look";

    /** What is to be done, in any order; empty when nothing runs any more. */
    List<DutyTask.Plan> of(Request request, List<Term> terms, boolean followed) {
        return switch (request) {
            case Request.Drafted draft -> List.of(draft(draft));
            case Request.Sent sent -> List.of(awaitConfirmation(sent));
            case Request.Received fresh -> List.of(acknowledge(fresh));
            case Request.Working working -> working(working, terms);
            case Request.Preserved held -> preserved(held, terms, followed);
            case Request.Ended ignored -> List.of();
        };
    }

    /** What keeps a request in sight when everything else was done. */
    DutyTask.Plan look(List<DutyTask> tasks, Instant now) {
        int cycle = (int) tasks.stream().filter(task -> task.plan().equals(LOOK)).count();
        Instant at = rules.look().after(now, rules.zone());
        return new DutyTask.Plan(LOOK, cycle, "days", at, rules.day().after(at, rules.zone()));
    }

    private DutyTask.Plan draft(Request.Drafted draft) {
        Span wait = draft.head().urgent() ? rules.sendUrgent() : rules.send();
        return within("send", draft.since(), wait, ladder(draft));
    }

    private DutyTask.Plan acknowledge(Request.Received fresh) {
        Span wait = fresh.head().urgent() ? rules.acknowledgeUrgent() : rules.acknowledge();
        return within("acknowledge", fresh.since(), wait, "minutes");
    }

    private DutyTask.Plan awaitConfirmation(Request.Sent sent) {
        Span wait = sent.head().urgent() ? rules.confirmUrgent() : rules.confirm();
        Instant at = wait.after(sent.since(), rules.zone());
        return within("confirmation", at, rules.day(), ladder(sent));
    }

    private List<DutyTask.Plan> working(Request.Working working, List<Term> terms) {
        if (working.head().preservation() && working.head().incoming()) {
            Span wait = working.head().urgent() ? rules.preserveUrgent() : rules.preserve();
            return List.of(within("preserve", begun(working), wait, "minutes"));
        }
        List<DutyTask.Plan> plans = new ArrayList<>();
        terms.stream()
                .filter(term -> term.running() && term.is("response"))
                .forEach(term -> plans.add(answer(term)));
        if (plans.isEmpty()) {
            Span wait = working.head().urgent() ? rules.answerUrgent() : rules.answer();
            Instant due = wait.after(begun(working), rules.zone());
            Instant early = rules.warn().before(due, rules.zone());
            Instant raise = early.isBefore(begun(working)) ? begun(working) : early;
            plans.add(new DutyTask.Plan("answer", 0, ladder(working), raise, due));
        }
        return plans;
    }

    private DutyTask.Plan answer(Term term) {
        Instant early = rules.warn().before(term.endsAt(), rules.zone());
        Instant raise = early.isBefore(term.startedAt()) ? term.startedAt() : early;
        return new DutyTask.Plan("answer:" + term.rule().id(), 0, "days", raise, term.endsAt());
    }

    private List<DutyTask.Plan> preserved(
            Request.Preserved held, List<Term> terms, boolean followed) {
        List<DutyTask.Plan> plans = new ArrayList<>();
        Optional<Instant> floor =
                terms.stream()
                        .filter(term -> term.running() && term.is("floor"))
                        .map(Term::endsAt)
                        .max(Instant::compareTo);
        Optional<Instant> ceiling =
                terms.stream()
                        .filter(term -> term.running() && term.is("ceiling"))
                        .map(Term::endsAt)
                        .min(Instant::compareTo);
        boolean in = held.head().incoming();
        if (!followed) {
            plans.add(in ? assistanceComing(held, floor) : assistanceDue(held, floor));
        }
        floor.ifPresent(end -> plans.add(in ? floorEnds(end) : extension(end, held.cycle())));
        if (in) {
            plans.add(renew(held, ceiling));
        }
        return plans;
    }

    private DutyTask.Plan assistanceComing(Request.Preserved held, Optional<Instant> floor) {
        Instant at = rules.assistanceAfter().after(held.effect(), rules.zone());
        return until("assistance-coming", 0, at, floor.orElse(at));
    }

    private DutyTask.Plan assistanceDue(Request.Preserved held, Optional<Instant> floor) {
        Instant due = rules.assistanceAfter().after(held.effect(), rules.zone());
        return until("assistance-due", 0, held.effect(), floor.filter(due::isAfter).orElse(due));
    }

    private DutyTask.Plan floorEnds(Instant end) {
        return until("floor-ends", 0, end, rules.floorDecide().after(end, rules.zone()));
    }

    private DutyTask.Plan extension(Instant end, int cycle) {
        return until("extension", cycle, rules.renewBefore().before(end, rules.zone()), end);
    }

    /** Without a ceiling in the law our own term is used: an order is never left without end. */
    private DutyTask.Plan renew(Request.Preserved held, Optional<Instant> ceiling) {
        Instant ordered =
                held.moments().ordered() == null ? held.effect() : held.moments().ordered();
        Instant end = ceiling.orElse(rules.orderLasts().after(ordered, rules.zone()));
        return until("renew", held.cycle(), rules.renewBefore().before(end, rules.zone()), end);
    }

    /** Since when the request is dealt with: an answer in part moves nothing. */
    private static Instant begun(Request.Working working) {
        Moments moments = working.moments();
        Instant first = working.head().incoming() ? moments.received() : moments.confirmed();
        return first == null ? working.since() : first;
    }

    private static String ladder(Request request) {
        return request.head().urgent() ? "minutes" : "days";
    }

    private DutyTask.Plan within(String plan, Instant at, Span wait, String ladder) {
        return new DutyTask.Plan(plan, 0, ladder, at, wait.after(at, rules.zone()));
    }

    private static DutyTask.Plan until(String plan, int cycle, Instant at, Instant due) {
        return new DutyTask.Plan(plan, cycle, "days", at, due.isBefore(at) ? at : due);
    }
}
