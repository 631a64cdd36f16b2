package az.qalxan.law;

import az.qalxan.engines.law.Assessment;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Participation;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a cell of the matrix, with sources and history.
 *
 * @param treaty the article in its wording of the day; null where nobody recorded it
 * @param national the national provision; null where none is recorded
 * @param reviews why it waits to be looked at again
 * @param history all that was recorded of the comparison, the latest first
 */
record CellPage(
        LawView view,
        Cell cell,
        @Nullable Held<Provision> treaty,
        @Nullable Held<Provision> national,
        Participation participation,
        List<Held<Statement>> statements,
        List<Held<Assessment>> assessments,
        List<ReviewStore.Waiting> reviews,
        List<Held<?>> history) {

    CellPage {
        statements = List.copyOf(statements);
        assessments = List.copyOf(assessments);
        reviews = List.copyOf(reviews);
        history = List.copyOf(history);
    }

    static List<Held<Statement>> statements(LawView view, Cell cell) {
        return view.holding(Statement.class).stream()
                .filter(one -> one.fact().state().equals(cell.state()))
                .filter(one -> touches(one.fact().clause(), cell.treaty()))
                .toList();
    }

    static List<Held<Assessment>> assessments(LawView view, Cell cell) {
        return view.known().of(Assessment.class).stream()
                .filter(one -> one.fact().state().equals(cell.state()))
                .filter(one -> touches(one.fact().treaty(), cell.treaty()))
                .toList();
    }

    private static boolean touches(Clause one, Clause other) {
        return one.covers(other) || other.covers(one);
    }

    static Optional<Held<Provision>> national(LawView view, Cell cell) {
        return cell.held() == null || cell.held().fact().national() == null
                ? Optional.empty()
                : view.provision(cell.held().fact().national());
    }
}
