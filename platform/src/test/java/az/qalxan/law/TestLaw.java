package az.qalxan.law;

import az.qalxan.engines.law.Assessor;
import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Fit;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.Period;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Wording;
import java.time.LocalDate;
import java.util.List;

/** Facts that tests invent. */
final class TestLaw {

    private TestLaw() {}

    static Mapping cell(String treaty, String state) {
        return new Mapping(
                state + "-" + treaty + "-2",
                new StateCode(state),
                new Clause(treaty, "2"),
                new Clause("T-LAW-" + state, "271"),
                Wording.of("Sınaq müqayisəsi", "Test comparison"),
                Fit.PARTIAL,
                null,
                new Assessor("Test", LocalDate.parse("2026-01-01")),
                LocalDate.parse("2026-02-01"),
                new Citation(List.of("T"), Standing.UNVERIFIED, null, ""));
    }

    static LineKey mapping(String treaty, String state) {
        return FactKind.keyOf(cell(treaty, state));
    }

    static Proposal.Change newMapping(String treaty, String state) {
        Mapping cell = cell(treaty, state);
        return new Proposal.Change(
                FactKind.keyOf(cell), Proposal.Act.NEW, Period.ALWAYS, FactJson.write(cell), null);
    }
}
