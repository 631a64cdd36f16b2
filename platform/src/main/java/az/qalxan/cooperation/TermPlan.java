package az.qalxan.cooperation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks a request has: starts those whose moment has come, ends those that have nothing left
 * to run for. Pure; ids come from the supplier.
 *
 * @param ours where the clocks of our authorities stand
 */
record TermPlan(ZoneId ours, Term.Counter counter, Supplier<UUID> ids) {

    /** Clocks that end and clocks that start. */
    record Change(List<Term> ended, List<Term> started) {

        Change {
            ended = List.copyOf(ended);
            started = List.copyOf(started);
        }

        /** All clocks after the change. */
        List<Term> applied(List<Term> before) {
            List<Term> after = new ArrayList<>();
            for (Term term : before) {
                after.add(
                        ended.stream()
                                .filter(one -> one.id().equals(term.id()))
                                .findAny()
                                .orElse(term));
            }
            after.addAll(started);
            return after;
        }
    }

    /** What follows from the request's state and moments for the clocks of those rules. */
    Change follow(Request request, List<TermRule> rules, List<Term> before, Instant now) {
        List<Term> ended = new ArrayList<>();
        List<Term> started = new ArrayList<>();
        List<Term> running = before.stream().filter(Term::running).toList();
        for (Term term : running) {
            Optional<String> why = why(request, rules, term);
            why.ifPresent(reason -> ended.add(end(term, reason, now)));
        }
        for (TermRule rule : rules) {
            @Nullable Instant at = start(request, rule);
            boolean runs =
                    running.stream()
                            .anyMatch(term ->
                                    term.rule().id().equals(rule.id()) && !ends(ended, term));
            if (at != null && !runs) {
                started.add(begin(request, rule, at, ended));
            }
        }
        return new Change(ended, started);
    }

    /** Counts running clocks anew by the rules as they are now; null keeps the old rule. */
    Change recount(List<Term> before, Rules rules, Instant now) {
        List<Term> ended = new ArrayList<>();
        List<Term> started = new ArrayList<>();
        for (Term term : before.stream().filter(Term::running).toList()) {
            TermRule rule = rules.of(term).orElse(term.rule());
            Term.Count count = counter.count(rule, term.startedAt(), term.zone());
            if (term.differs(count)) {
                ended.add(term.ended("replaced", "counted-anew", now));
                Term.Start start = new Term.Start(term.startedAt(), term.zone());
                started.add(Term.started(ids.get(), rule, start, count, term.id()));
            }
        }
        return new Change(ended, started);
    }

    /** The rule of a clock as it is now. */
    @FunctionalInterface
    interface Rules {

        Optional<TermRule> of(Term term);
    }

    private Term begin(Request request, TermRule rule, Instant at, List<Term> ended) {
        ZoneId zone = request.head().incoming() ? ours : request.head().counterpart().zone();
        @Nullable UUID replaced =
                ended.stream()
                        .filter(term -> term.rule().id().equals(rule.id()))
                        .map(Term::id)
                        .findFirst()
                        .orElse(null);
        return Term.started(
                ids.get(), rule, new Term.Start(at, zone), counter.count(rule, at, zone), replaced);
    }

    private static boolean ends(List<Term> ended, Term term) {
        return ended.stream().anyMatch(one -> one.id().equals(term.id()));
    }

    /** Why a running clock ends; empty when it runs on. */
    private static Optional<String> why(Request request, List<TermRule> rules, Term term) {
        if (request instanceof Request.Ended) {
            return Optional.of(request.code());
        }
        if (rules.stream().noneMatch(rule -> rule.id().equals(term.rule().id()))) {
            return Optional.of("another-basis");
        }
        @Nullable Instant start = start(request, term.rule());
        if (start == null) {
            return Optional.of("undone");
        }
        return start.equals(term.startedAt()) ? Optional.empty() : Optional.of("renewed");
    }

    private static Term end(Term term, String why, Instant now) {
        boolean met = term.is("response") && !term.past(now) && !why.equals("another-basis");
        String how =
                why.equals("renewed") || why.equals("another-basis")
                        ? "replaced"
                        : met ? "met" : "ended";
        return term.ended(how, why, now);
    }

    /** The moment from which that rule counts; null while it has not come or nothing runs. */
    private static @Nullable Instant start(Request request, TermRule rule) {
        if (request instanceof Request.Ended) {
            return null;
        }
        Moments moments = request.moments();
        boolean in = request.head().incoming();
        return switch (rule.start()) {
            case "receipt" -> in ? moments.received() : moments.confirmed();
            case "effect" -> moments.effect();
            case "order" -> moments.ordered();
            case "service", "confirmation" -> moments.confirmed();
            default -> throw new IllegalStateException("a clock starts at " + rule.start());
        };
    }
}
