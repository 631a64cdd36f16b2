package az.qalxan.cooperation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs out next for a request.
 *
 * @param code message key {@code duty.next.<code>}: the task's plan, or the clock's kind
 * @param kind ceiling, floor, response, target
 */
record NextMoment(Instant at, String code, String kind) {

    /** The next of all clocks and tasks; empty only when the request has ended. */
    static Optional<NextMoment> of(List<Term> terms, List<DutyTask> tasks, Instant now) {
        Stream<NextMoment> clocks =
                terms.stream()
                        .filter(Term::running)
                        .filter(term -> !term.is("floor"))
                        .map(term ->
                                new NextMoment(
                                        term.endsAt(), term.rule().kind(), term.rule().kind()));
        Stream<NextMoment> work =
                tasks.stream()
                        .filter(DutyTask::pending)
                        .map(task ->
                                new NextMoment(
                                        task.raiseAt().isAfter(now) ? task.raiseAt() : task.dueAt(),
                                        bare(task.plan()),
                                        task.plan().equals("floor-ends") ? "floor" : "target"));
        return Stream.concat(work, clocks).min(Comparator.comparing(NextMoment::at));
    }

    private static String bare(String plan) {
        int colon = plan.indexOf(':');
        return colon < 0 ? plan : plan.substring(0, colon);
    }
}
