package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.Observation;
import az.qalxan.engines.law.Power;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Statement;
import az.qalxan.engines.law.TreatyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The page of an instrument on a day.
 *
 * @param articles the provisions that hold, each below what it belongs to
 * @param steps what each state did, in the order of time
 */
record InstrumentPage(
        LawView view,
        Held<Instrument> head,
        List<Article> articles,
        Map<StateCode, List<Held<TreatyEvent>>> steps,
        List<Held<Observation>> observations,
        List<Held<Statement>> statements,
        List<Held<Power>> powers) {

    InstrumentPage {
        articles = List.copyOf(articles);
        observations = List.copyOf(observations);
        statements = List.copyOf(statements);
        powers = List.copyOf(powers);
    }

    /**
     * A provision in its place.
     *
     * @param depth how many provisions it lies inside
     */
    record Article(Held<Provision> held, int depth) {

        Clause clause() {
            return held.fact().clause();
        }
    }

    static Optional<InstrumentPage> of(LawView view, String id) {
        return view.known().of(Instrument.class).stream()
                .filter(one -> one.fact().id().equals(id))
                .findFirst()
                .map(head -> of(view, head));
    }

    private static InstrumentPage of(LawView view, Held<Instrument> head) {
        String id = head.fact().id();
        return new InstrumentPage(
                view,
                head,
                articles(view, id),
                steps(view, id),
                view.known().of(Observation.class).stream()
                        .filter(one -> one.fact().instrument().equals(id))
                        .toList(),
                view.holding(Statement.class).stream()
                        .filter(one -> one.fact().clause().instrument().equals(id))
                        .sorted(
                                Comparator.comparing((Held<Statement> one) -> one.fact().state())
                                        .thenComparing(
                                                one -> one.fact().clause(), ArticleOrder.CLAUSES))
                        .toList(),
                view.holding(Power.class).stream()
                        .filter(one -> one.fact().clause().instrument().equals(id))
                        .toList());
    }

    private static List<Article> articles(LawView view, String instrument) {
        List<Held<Provision>> held =
                view.holding(Provision.class).stream()
                        .filter(one -> one.fact().clause().instrument().equals(instrument))
                        .sorted(
                                Comparator.comparing(
                                        one -> one.fact().clause(), ArticleOrder.CLAUSES))
                        .toList();
        Map<Clause, Integer> depths = new HashMap<>();
        List<Article> articles = new ArrayList<>();
        for (Held<Provision> one : held) {
            Clause parent = one.fact().parent();
            int depth = parent == null ? 0 : depths.getOrDefault(parent, 0) + 1;
            depths.put(one.fact().clause(), depth);
            articles.add(new Article(one, Math.min(depth, 3)));
        }
        return articles;
    }

    private static Map<StateCode, List<Held<TreatyEvent>>> steps(LawView view, String treaty) {
        Map<StateCode, List<Held<TreatyEvent>>> steps =
                new TreeMap<>(
                        Comparator.comparing((StateCode one) -> !one.equals(view.home()))
                                .thenComparing(Comparator.naturalOrder()));
        view.known().of(TreatyEvent.class).stream()
                .filter(one -> one.fact().instrument().equals(treaty))
                .sorted(Comparator.comparing(one -> one.fact().date()))
                .forEach(one ->
                        steps.computeIfAbsent(one.fact().state(), state -> new ArrayList<>())
                                .add(one));
        return steps;
    }

    /** What was seen of a state of which no step is known. */
    List<Held<Observation>> seen(StateCode state) {
        return observations.stream().filter(one -> one.fact().state().equals(state)).toList();
    }
}
