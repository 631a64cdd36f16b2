package az.qalxan.engines.formula;

import java.util.List;

/** What became of a text that was to be a formula. */
public sealed interface FormulaRead {

    /** It is one. */
    record Read(Formula formula) implements FormulaRead {}

    /** It is none; every fault that could be told. */
    record Refused(List<FormulaFlaw> flaws) implements FormulaRead {

        public Refused {
            flaws = List.copyOf(flaws);
            if (flaws.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }
}
