package az.qalxan.engines.threatintel.csaf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one document.
 *
 * @param version null where the document names none that is known
 */
public record CsafVerdict(@Nullable CsafVersion version, List<Finding> findings) {

    public CsafVerdict {
        findings = List.copyOf(findings);
    }

    /** Whether the schema holds and no mandatory test fails. */
    public boolean isValid() {
        return findings.stream().noneMatch(Finding::isError);
    }

    /** The numbers of the tests that fail, each once: mandatory, recommended, informative. */
    public List<String> failed() {
        return findings.stream().map(Finding::test).distinct().toList();
    }
}
