package az.qalxan.engines.linking;

import java.util.List;
import java.util.Optional;

/** Reads the value of one form field: the whole of it must be one identifier. */
final class FieldReader {

    private final List<Scanner> scanners;

    FieldReader(List<Scanner> scanners) {
        this.scanners = scanners;
    }

    /** The only finding, if nothing else but spaces and closing marks stand beside it. */
    Optional<Finding> only(FoldedText text, Findings findings) {
        for (Scanner scanner : scanners) {
            scanner.scan(text, findings);
        }
        List<Finding> found = findings.ordered(2);
        return found.size() == 1 && isWhole(text, found.getFirst())
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    private static boolean isWhole(FoldedText text, Finding finding) {
        for (int i = 0; i < text.length(); i++) {
            boolean outside = i < finding.start() || i >= finding.end();
            if (outside && (text.isLetterAt(i) || text.isDigitAt(i))) {
                return false;
            }
        }
        return true;
    }
}
