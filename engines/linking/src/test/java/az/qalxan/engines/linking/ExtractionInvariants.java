package az.qalxan.engines.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What holds for every text, however it was made. */
@NullMarked
final class ExtractionInvariants {

    private static final IdentifierExtractor EXTRACTOR = IdentifierExtractor.forRegion("AZ");

    private ExtractionInvariants() {}

    static void check(String text) {
        List<Identifier> found = EXTRACTOR.extract(text);
        assertThat(found).hasSizeLessThanOrEqualTo(IdentifierExtractor.IDENTIFIERS_MAX);
        int end = 0;
        for (Identifier identifier : found) {
            assertThat(identifier.start()).isGreaterThanOrEqualTo(end);
            assertThat(identifier.end()).isGreaterThan(identifier.start());
            end = identifier.end();
            assertThat(identifier.key()).startsWith(identifier.kind().code() + ":");
            if (identifier.kind() == IdentifierKind.CARD) {
                assertThat(identifier.value()).matches("[0-9]{6}\\*{3,9}[0-9]{4}");
            }
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
        EXTRACTOR.normalise(text);
    }
}
