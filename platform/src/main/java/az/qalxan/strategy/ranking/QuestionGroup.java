package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import java.util.List;

/** Questions that an edition puts together: a pillar, an area, a cluster. */
record QuestionGroup(String code, Words title, Weight weight, List<Question> questions) {

    QuestionGroup {
        questions = List.copyOf(questions);
    }
}
