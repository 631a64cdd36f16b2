package az.qalxan.engines.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, up to a bearable number. */
final class Flaws {

    static final int TOLD_MAX = 200;

    private final List<PlanFlaw> errors = new ArrayList<>();
    private final List<PlanFlaw> warnings = new ArrayList<>();

    void error(PlanFlaw flaw) {
        keep(errors, flaw);
    }

    void warn(PlanFlaw flaw) {
        keep(warnings, flaw);
    }

    private static void keep(List<PlanFlaw> told, PlanFlaw flaw) {
        if (told.size() < TOLD_MAX) {
            told.add(flaw);
        } else if (told.size() == TOLD_MAX) {
            told.add(
                    new PlanFlaw(
                            flaw.line(), flaw.column(), "", PlanFlaw.Code.MORE_FLAWS, List.of()));
        }
    }

    boolean any() {
        return !errors.isEmpty();
    }

    List<PlanFlaw> errors() {
        return inOrder(errors);
    }

    List<PlanFlaw> warnings() {
        return inOrder(warnings);
    }

    private static List<PlanFlaw> inOrder(List<PlanFlaw> told) {
        boolean more = told.size() > TOLD_MAX;
        List<PlanFlaw> ordered = new ArrayList<>(more ? told.subList(0, TOLD_MAX) : told);
        ordered.sort(Comparator.comparingInt(PlanFlaw::line).thenComparing(PlanFlaw::column));
        if (more) {
            ordered.add(told.getLast());
        }
        return List.copyOf(ordered);
    }
}
