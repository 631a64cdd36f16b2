package az.qalxan.strategy.progress;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What its lead says makes a stage reached.
 *
 * @param version counted from 1 for each stage of a measure
 * @param entry says who, when and in which words
 * @param kinds what has to be given at least
 */
record Criterion(int version, Entry entry, Set<EvidenceKind> kinds) {

    Criterion {
        kinds = Set.copyOf(kinds);
    }

    /** What was in force when that line was written. */
    static Optional<Criterion> at(Collection<Criterion> versions, long sequence) {
        return versions.stream()
                .filter(one -> one.entry().sequence() < sequence)
                .max(Comparator.comparingInt(Criterion::version));
    }

    /** What is in force now. */
    static Optional<Criterion> now(List<Criterion> versions) {
        return at(versions, Long.MAX_VALUE);
    }

    /** The kinds in the order of the form. */
    List<EvidenceKind> ordered() {
        return kinds.stream().sorted().toList();
    }
}
