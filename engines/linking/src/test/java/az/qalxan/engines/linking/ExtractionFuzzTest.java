package az.qalxan.engines.linking;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.NullMarked;

/**
 * Feeds hostile text to the extractor. A normal test run replays the seeds; {@code JAZZER_FUZZ=1}
 * searches for new ones.
 */
@NullMarked
class ExtractionFuzzTest {

    @FuzzTest(maxDuration = "3m")
    void invariantsHoldForAnyText(@org.jspecify.annotations.Nullable String text) {
        if (text != null && text.length() <= IdentifierExtractor.TEXT_CHARS_MAX) {
            ExtractionInvariants.check(text);
        }
    }
}
