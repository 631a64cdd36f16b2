package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.Participation;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two states, or two days, of one treaty beside each other. */
record ComparePage(String treaty, Side left, Side right, List<Line> lines, boolean onlyOther) {

    ComparePage {
        lines = List.copyOf(lines);
    }

    /** A state on a day. */
    record Side(LawView view, StateCode state, Participation participation, List<String> said) {

        Side {
            said = List.copyOf(said);
        }

        static Side of(LawView view, StateCode state, String treaty) {
            return new Side(
                    view,
                    state,
                    view.book().participation(treaty, state, view.on()),
                    view.holding(Statement.class).stream()
                            .map(Held::fact)
                            .filter(one -> one.state().equals(state))
                            .filter(one -> one.clause().instrument().equals(treaty))
                            .map(one -> one.clause().article())
                            .sorted(new ArticleOrder())
                            .distinct()
                            .toList());
        }
    }

    /** An article on both sides; null where a side has no such article. */
    record Line(Clause clause, @Nullable Cell left, @Nullable Cell right) {

        boolean differs() {
            return left == null || right == null ? left != right : left.differsFrom(right);
        }
    }

    static ComparePage of(Instrument treaty, Side left, Side right, Asked asked) {
        Map<Clause, Cell> one = cells(treaty.id(), left, asked.reopened());
        Map<Clause, Cell> other = cells(treaty.id(), right, asked.reopened());
        Set<Clause> clauses = new TreeSet<>(ArticleOrder.CLAUSES);
        clauses.addAll(one.keySet());
        clauses.addAll(other.keySet());
        List<Line> lines = new ArrayList<>();
        for (Clause clause : clauses) {
            lines.add(new Line(clause, one.get(clause), other.get(clause)));
        }
        return new ComparePage(treaty.id(), left, right, lines, asked.onlyOther());
    }

    /** How a comparison is asked for. */
    record Asked(Set<LineKey> reopened, boolean onlyOther) {}

    private static Map<Clause, Cell> cells(String treaty, Side side, Set<LineKey> reopened) {
        Map<Clause, Cell> cells = new HashMap<>();
        new Matrix.Making(side.view(), List.of(side.state()), reopened)
                .of(treaty)
                .rows()
                .forEach(row -> cells.put(row.clause(), row.cells().getFirst()));
        return cells;
    }

    List<Line> shown() {
        return onlyOther ? lines.stream().filter(Line::differs).toList() : lines;
    }

    long differences() {
        return lines.stream().filter(Line::differs).count();
    }

    boolean participationDiffers() {
        return left.participation().stage() != right.participation().stage();
    }

    boolean saidDiffers() {
        return !left.said().equals(right.said());
    }
}
