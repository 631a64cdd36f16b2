package az.qalxan.operators;

import az.qalxan.engines.law.Basis;
import az.qalxan.engines.law.BasisAnswer;
import az.qalxan.engines.law.BasisQuestion;
import az.qalxan.engines.law.ClockWork;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import az.qalxan.jurisdiction.Words;
import az.qalxan.law.Law;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may carry an order on a day, and by when its answer is wanted. */
@Component
class OrderLaw {

    private final OperatorsPack pack;
    private final StateCode state;
    private final Law law;

    OrderLaw(OperatorsPack pack, Law law) {
        this.pack = pack;
        this.state = new StateCode(pack.country());
        this.law = law;
    }

    /** A basis that may carry the order, and why. */
    record Choice(DataOrder.Ground ground, List<Words> reasons) {

        Choice {
            reasons = List.copyOf(reasons);
        }
    }

    /** The bases, best first; an order to preserve has rules of its own besides. */
    List<Choice> choices(OrderKind kind, LocalDate on) {
        Stream<RequestKind> asked =
                kind == OrderKind.PRESERVATION
                        ? Stream.of(RequestKind.PRESERVATION, RequestKind.OPERATOR_REQUEST)
                        : Stream.of(RequestKind.OPERATOR_REQUEST);
        return asked.map(one -> law.book().basis(new BasisQuestion(one, state, state, on)))
                .map(BasisAnswer::usable)
                .flatMap(List::stream)
                .map(OrderLaw::choice)
                .distinct()
                .toList();
    }

    private static Choice choice(Basis basis) {
        String article = basis.clause().article();
        return new Choice(
                new DataOrder.Ground(
                        basis.clause().instrument() + ":" + article,
                        new Words(
                                title(basis.instrument().az(), article, basis.title().az()),
                                title(basis.instrument().en(), article, basis.title().en())),
                        basis.standing() == Standing.VERIFIED),
                basis.reasons().stream()
                        .map(one -> new Words(one.text().az(), one.text().en()))
                        .toList());
    }

    /** An instrument of which no article is known is named alone. */
    private static String title(String instrument, String article, String title) {
        return article.isEmpty() ? instrument : instrument + " " + article + ", " + title;
    }

    /** By when an order that is served at that moment should be answered. */
    OrderMove.Due due(DataOrder.Demand demand, Instant served) {
        ZonedDateTime start = served.atZone(pack.zone());
        Optional<OperatorsPack.OrderClock> clock = pack.clock(demand, start.toLocalDate());
        if (clock.isEmpty()) {
            return new OrderMove.Due(null, "", new Words("", ""));
        }
        var running = ClockWork.run(clock.get().rule(), start, law.calendar());
        return new OrderMove.Due(
                running.end().toInstant(),
                clock.get().rule().id(),
                new Words(clock.get().rule().name().az(), clock.get().rule().name().en()));
    }
}
