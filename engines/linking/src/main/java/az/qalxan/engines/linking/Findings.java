package az.qalxan.engines.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The findings in one text; a place that is taken by one is closed to later scanners. */
final class Findings {

    private final FoldedText text;
    private final boolean[] taken;
    private final List<Finding> found = new ArrayList<>();

    Findings(FoldedText text) {
        this.text = text;
        this.taken = new boolean[text.length()];
    }

    boolean isTaken(int index) {
        return index >= 0 && index < taken.length && taken[index];
    }

    boolean isFree(int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    /** Adds a finding unless its place is taken. */
    boolean add(IdentifierKind kind, String scheme, String value, int start, int end) {
        if (!isFree(start, end)) {
            return false;
        }
        close(start, end);
        found.add(new Finding(kind, scheme, value, start, end));
        return true;
    }

    boolean add(IdentifierKind kind, String value, int start, int end) {
        return add(kind, "", value, start, end);
    }

    /** Closes a place that is certainly no identifier. */
    void close(int start, int end) {
        for (int i = start; i < end; i++) {
            taken[i] = true;
        }
    }

    /** The first findings in order of their place. */
    List<Finding> ordered(int findingsMax) {
        return found.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .limit(findingsMax)
                .toList();
    }

    Identifier identifier(Finding finding) {
        String shown =
                finding.kind() == IdentifierKind.CARD
                        ? CardNumbers.mask(finding.value())
                        : finding.value();
        return new Identifier(
                finding.kind(),
                finding.scheme(),
                shown,
                text.originalStart(finding.start()),
                text.originalEnd(finding.end() - 1));
    }
}
