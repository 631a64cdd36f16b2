package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.web.Language;
import java.util.List;

/**
 * What a measure's page shows of its progress.
 *
 * @param words the latest free words, the newest first
 * @param takesPart whether the reader's body has a part in the measure
 */
record PartPage(
        MeasureCode code,
        MeasureStanding standing,
        List<OfStage> stages,
        List<Entry> words,
        boolean takesPart,
        BodyNames names) {

    /**
     * A stage in short.
     *
     * @param criterion what its lead says makes it reached; empty while it says nothing
     */
    record OfStage(Stage stage, StageStanding standing, String criterion) {}

    PartPage {
        stages = List.copyOf(stages);
        words = List.copyOf(words);
    }

    String acronym(String body, Language language) {
        return names.acronym(new BodyCode(body), language);
    }

    String at(Stage stage) {
        return "/strategy/progress/" + code + "/" + stage.code();
    }
}
