package az.qalxan.engines.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Measures the extractor on the labelled messages; kind, value and span must all agree. */
@NullMarked
class ExtractionQualityTest {

    private static final double PRECISION_MIN = 0.98;
    private static final double RECALL_MIN = 0.95;
    private static final int MESSAGES_MIN = 400;
    private static final int INSTANCES_MIN = 35;

    private final IdentifierExtractor extractor = IdentifierExtractor.forRegion("AZ");

    private static final class Score {
        private int right;
        private int found;
        private int labelled;

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return labelled == 0 ? 1 : (double) right / labelled;
        }
    }

    @Test
    void everyKindReachesPrecisionAndRecallOnTheWholeSet() {
        List<LabelledMessage> all = LabelledMessage.all();
        print("dev", LabelledMessage.part("dev"));
        print("held-out", LabelledMessage.part("held-out"));
        assertThat(all).hasSizeGreaterThanOrEqualTo(MESSAGES_MIN);
        scores(all)
                .forEach((kind, score) -> {
                    assertThat(score.labelled)
                            .as("%s labels", kind)
                            .isGreaterThanOrEqualTo(INSTANCES_MIN);
                    assertThat(score.precision())
                            .as("%s precision", kind)
                            .isGreaterThanOrEqualTo(PRECISION_MIN);
                    assertThat(score.recall())
                            .as("%s recall", kind)
                            .isGreaterThanOrEqualTo(RECALL_MIN);
                });
    }

    @Test
    void labelsAreTheTextThatTheyMark() {
        for (LabelledMessage message : LabelledMessage.all()) {
            for (Identifier label : message.labels()) {
                String marked = message.text().substring(label.start(), label.end());
                assertThat(marked).as(message.id()).isEqualTo(marked.strip()).isNotEmpty();
            }
        }
    }

    private Map<IdentifierKind, Score> scores(List<LabelledMessage> messages) {
        Map<IdentifierKind, Score> scores = new EnumMap<>(IdentifierKind.class);
        for (IdentifierKind kind : IdentifierKind.values()) {
            scores.put(kind, new Score());
        }
        for (LabelledMessage message : messages) {
            Set<Identifier> labels = new HashSet<>(message.labels());
            for (Identifier label : labels) {
                scores.getOrDefault(label.kind(), new Score()).labelled++;
            }
            for (Identifier found : extractor.extract(message.text())) {
                Score score = scores.getOrDefault(found.kind(), new Score());
                score.found++;
                score.right += labels.contains(found) ? 1 : 0;
            }
        }
        return scores;
    }

    private void print(String part, List<LabelledMessage> messages) {
        System.out.printf(Locale.ROOT, "%s: %d messages%n", part, messages.size());
        scores(messages)
                .forEach((kind, score) ->
                        System.out.printf(
                                Locale.ROOT,
                                "  %-7s labelled %3d  precision %.3f  recall %.3f%n",
                                kind.code(),
                                score.labelled,
                                score.precision(),
                                score.recall()));
        if (Boolean.getBoolean("extraction.misses." + part)) {
            messages.forEach(this::printMisses);
        }
    }

    private void printMisses(LabelledMessage message) {
        List<Identifier> found = extractor.extract(message.text());
        List<Identifier> missed = new ArrayList<>(message.labels());
        missed.removeAll(found);
        List<Identifier> wrong = new ArrayList<>(found);
        wrong.removeAll(message.labels());
        if (!missed.isEmpty() || !wrong.isEmpty()) {
            System.out.println(message.id() + " " + message.text());
            missed.forEach(label -> System.out.println("    missed " + label));
            wrong.forEach(label -> System.out.println("    wrong  " + label));
        }
    }
}
