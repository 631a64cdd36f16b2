package az.qalxan.engines.warrants;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong and what is remarkable, each up to a limit. */
final class Findings {

    static final int FINDINGS_MAX = 100;

    private final List<Finding> violations = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();

    void violation(Fault fault, Place place, String... values) {
        add(violations, Finding.of(fault, place, values));
    }

    void remark(Fault fault, Place place, String... values) {
        add(remarks, Finding.of(fault, place, values));
    }

    List<Finding> violations() {
        return List.copyOf(violations);
    }

    List<Finding> remarks() {
        return List.copyOf(remarks);
    }

    private static void add(List<Finding> findings, Finding found) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(found);
        } else if (findings.size() == FINDINGS_MAX) {
            findings.add(
                    Finding.of(
                            Fault.NO_LOCATION_LEFT, found.place(), Integer.toString(FINDINGS_MAX)));
        }
    }
}
