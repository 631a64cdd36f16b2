package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Fit;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.StateCode;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the pages of the harmonisation matrix. */
@Component
class MatrixPages {

    private static final String BUDAPEST = "BUDAPEST-185";
    private static final String UNITED_NATIONS = "UN-2024";

    private final ReviewStore reviews;
    private final RowPages rows;

    MatrixPages(ReviewStore reviews, RowPages rows) {
        this.reviews = reviews;
        this.rows = rows;
    }

    /** The cells that wait to be looked at again. */
    @Transactional(readOnly = true)
    public Set<LineKey> reopened() {
        return reviews.waiting().stream()
                .map(ReviewStore.Waiting::line)
                .collect(Collectors.toSet());
    }

    /** Treaties against which the law of states is put. */
    List<Instrument> treaties(LawView view) {
        Set<String> mapped = new HashSet<>();
        view.known().of(Mapping.class).forEach(one -> mapped.add(one.fact().treaty().instrument()));
        return view.treaties().stream().filter(one -> mapped.contains(one.id())).toList();
    }

    /** The treaty of that name; without a name the first one. */
    Instrument treaty(LawView view, String id) {
        return treaties(view).stream()
                .filter(one -> id.isEmpty() || one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Any other state than that one. */
    StateCode another(List<StateCode> states, StateCode one) {
        return states.stream().filter(state -> !state.equals(one)).findFirst().orElse(one);
    }

    HarmonisationController.MatrixPage matrix(LawView view, String id) {
        Instrument treaty = treaty(view, id);
        List<StateCode> states = states(view);
        return new HarmonisationController.MatrixPage(
                view,
                treaty,
                treaties(view),
                new Matrix.Making(view, states, reopened()).of(treaty.id()),
                states.stream()
                        .map(state -> view.book().participation(treaty.id(), state, view.on()))
                        .toList());
    }

    /** States that have cells, the own one first. */
    private static List<StateCode> states(LawView view) {
        Set<StateCode> mapped = new HashSet<>();
        view.known().of(Mapping.class).forEach(one -> mapped.add(one.fact().state()));
        return view.states().stream().filter(mapped::contains).toList();
    }

    CellPage cell(LawView view, StateCode state, Clause clause) {
        List<Held<Mapping>> all =
                view.known().of(Mapping.class).stream()
                        .filter(one -> one.fact().state().equals(state))
                        .filter(one -> one.fact().treaty().equals(clause))
                        .toList();
        if (all.isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        Optional<Held<Mapping>> held = all.stream().filter(one -> one.on(view.on())).findFirst();
        Cell cell =
                new Matrix.Making(view, List.of(state), reopened())
                        .cell(clause, state, held.orElse(null));
        LineKey line = held.orElse(all.getFirst()).line();
        List<Held<?>> history = new ArrayList<>();
        rows.history(view, line).forEach(one -> history.add(Held.of(one)));
        return new CellPage(
                view,
                cell,
                view.provision(clause).orElse(null),
                CellPage.national(view, cell).orElse(null),
                view.book().participation(clause.instrument(), state, view.on()),
                CellPage.statements(view, cell),
                CellPage.assessments(view, cell),
                waiting(line),
                history);
    }

    private List<ReviewStore.Waiting> waiting(LineKey line) {
        return reviews.waiting().stream().filter(one -> one.line().equals(line)).toList();
    }

    HarmonisationController.GapsPage gaps(LawView view) {
        Matrix.Making making = new Matrix.Making(view, states(view), reopened());
        List<Matrix> matrices = treaties(view).stream().map(one -> making.of(one.id())).toList();
        List<HarmonisationController.StateGaps> states = new ArrayList<>();
        for (StateCode state : making.states()) {
            List<Cell> cells = matrices.stream().flatMap(one -> one.of(state).stream()).toList();
            states.add(
                    new HarmonisationController.StateGaps(
                            state,
                            cells.stream().filter(Cell::gap).toList(),
                            cells.stream().filter(one -> one.fit() == Fit.UNKNOWN).toList()));
        }
        return new HarmonisationController.GapsPage(view, states, added(view, making));
    }

    private static HarmonisationController.Added added(LawView view, Matrix.Making making) {
        Set<Clause> answered = new HashSet<>();
        view.known().of(Counterpart.class).stream()
                .map(Held::fact)
                .filter(one -> one.other().instrument().equals(BUDAPEST))
                .forEach(one -> answered.add(one.article()));
        return new HarmonisationController.Added(
                UNITED_NATIONS,
                BUDAPEST,
                making.of(UNITED_NATIONS).rows().stream()
                        .filter(row -> !answered.contains(row.clause()))
                        .toList());
    }
}
