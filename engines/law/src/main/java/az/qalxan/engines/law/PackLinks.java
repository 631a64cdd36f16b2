package az.qalxan.engines.law;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Whether everything that facts of packs point at is there. */
final class PackLinks {

    private final List<LawRow> rows;
    private final BiConsumer<LawRow, String> tell;
    private final PackProblems problems;
    private final Map<Class<?>, Set<String>> ids = new HashMap<>();

    PackLinks(List<LawRow> rows, BiConsumer<LawRow, String> tell, PackProblems problems) {
        this.rows = rows;
        this.tell = tell;
        this.problems = problems;
        for (LawRow row : rows) {
            ids.computeIfAbsent(row.getClass(), any -> new TreeSet<>()).add(row.id());
        }
    }

    void check() {
        if (!problems.none()) {
            return;
        }
        Set<String> instruments = of(Instrument.class);
        for (LawRow row : rows) {
            for (Clause clause : row.clauses()) {
                known(row, "instrument", List.of(clause.instrument()), instruments);
            }
            if (row instanceof BasisRule rule) {
                parts(rule);
            }
            if (row instanceof YearDecision year) {
                known(row, "movable holiday", year.days().keySet(), movable(year.state()));
            }
        }
    }

    private void parts(BasisRule rule) {
        BasisParts parts = rule.parts();
        known(rule, "clock", parts.clocks(), of(ClockRule.class));
        known(rule, "content", parts.contents(), of(Content.class));
        known(rule, "ground", parts.grounds(), of(RefusalGround.class));
        known(rule, "limit", parts.limits(), of(UseLimit.class));
    }

    private Set<String> movable(StateCode state) {
        Set<String> known = new TreeSet<>();
        for (LawRow row : rows) {
            if (row instanceof CalendarRules calendar && calendar.state().equals(state)) {
                calendar.movable().forEach(one -> known.add(one.id()));
            }
        }
        return known;
    }

    private Set<String> of(Class<?> kind) {
        return ids.getOrDefault(kind, Set.of());
    }

    private void known(LawRow row, String what, Collection<String> named, Set<String> known) {
        for (String one : named) {
            if (!known.contains(one)) {
                tell.accept(
                        row,
                        "%s: there is no %s %s; there are %s"
                                .formatted(row.id(), what, one, String.join(", ", known)));
            }
        }
    }
}
