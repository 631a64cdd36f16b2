package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The articles of a treaty against what the law of states has for them. */
record Matrix(String treaty, List<StateCode> states, List<Row> rows) {

    Matrix {
        states = List.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** An article and a cell for each state, in the order of the states. */
    record Row(Clause clause, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * How a matrix is made.
     *
     * @param reopened cells that wait to be looked at again
     */
    record Making(LawView view, List<StateCode> states, Set<LineKey> reopened) {

        Matrix of(String treaty) {
            Map<Clause, Map<StateCode, Held<Mapping>>> held = new TreeMap<>(ArticleOrder.CLAUSES);
            for (Held<Mapping> one : view.known().of(Mapping.class)) {
                Clause clause = one.fact().treaty();
                if (clause.instrument().equals(treaty)) {
                    Map<StateCode, Held<Mapping>> row =
                            held.computeIfAbsent(clause, key -> new HashMap<>());
                    if (one.on(view.on())) {
                        row.put(one.fact().state(), one);
                    }
                }
            }
            List<Row> rows = new ArrayList<>();
            held.forEach((clause, cells) -> rows.add(row(clause, cells)));
            return new Matrix(treaty, states, rows);
        }

        private Row row(Clause clause, Map<StateCode, Held<Mapping>> held) {
            List<Cell> cells = new ArrayList<>();
            for (StateCode state : states) {
                cells.add(cell(clause, state, held.get(state)));
            }
            return new Row(clause, cells);
        }

        Cell cell(Clause clause, StateCode state, @Nullable Held<Mapping> held) {
            return new Cell(
                    clause,
                    state,
                    held,
                    held != null && reopened.contains(held.line()),
                    held != null && Cell.due(held.fact(), view.as().today()));
        }
    }

    /** Every cell of a state, in the order of the articles. */
    List<Cell> of(StateCode state) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.state().equals(state))
                .toList();
    }

    /** How many cells have a verified comparison. */
    long verified() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.standing() == Standing.VERIFIED)
                .count();
    }

    long cells() {
        return rows.stream().mapToLong(row -> row.cells().size()).sum();
    }
}
