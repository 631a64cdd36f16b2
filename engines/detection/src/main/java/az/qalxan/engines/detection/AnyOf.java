package az.qalxan.engines.detection;

import az.qalxan.engines.detection.Literal.Anchor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks of which one has to hold, put together: the texts of one field that may stand anywhere in
 * it are looked for in one go, those of eight bytes and more by themselves, as they let most be
 * passed over. Many rules list dozens, and a script has thousands of bytes.
 */
final class AnyOf {

    /** Shorter texts are looked for one by one. */
    private static final int SHORT = 4;

    /** So many short texts are found sooner together. */
    private static final int SHORT_ONES_MIN = 3;

    private static final int LONG_ONES_MIN = 2;

    private final List<Check> rest = new ArrayList<>();
    private final Map<Integer, List<Literal>> longOnes = new TreeMap<>();
    private final Map<Integer, List<Literal>> shortOnes = new TreeMap<>();
    private final List<Check> together = new ArrayList<>();

    AnyOf(Check[] parts) {
        for (Check part : parts) {
            add(part);
        }
        longOnes.forEach((_, some) -> gather(some, LONG_ONES_MIN));
        shortOnes.forEach((_, some) -> gather(some, SHORT_ONES_MIN));
    }

    private void add(Check part) {
        byte[] run = part instanceof Check.Folded folded ? folded.pattern().part() : null;
        if (run == null || run.length < SHORT || !(part instanceof Check.Folded folded)) {
            rest.add(part);
            return;
        }
        Literal literal = new Literal(folded.slot(), Anchor.ANYWHERE, run);
        (LiteralScan.isLong(literal) ? longOnes : shortOnes)
                .computeIfAbsent(folded.slot(), _ -> new ArrayList<>())
                .add(literal);
    }

    private void gather(Collection<Literal> literals, int min) {
        if (literals.size() < min) {
            for (Literal one : literals) {
                rest.add(new Check.Folded(one.slot(), one.pattern()));
            }
            return;
        }
        int slot = literals.iterator().next().slot();
        together.add(new Check.AnyPart(slot, LiteralScan.small(literals)));
    }

    /** What is quicker is asked first. */
    Check[] checks() {
        List<Check> all = new ArrayList<>(rest);
        all.addAll(together);
        return all.toArray(Check[]::new);
    }
}
