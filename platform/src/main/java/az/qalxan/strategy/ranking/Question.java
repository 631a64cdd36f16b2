package az.qalxan.strategy.ranking;

import java.util.List;

/**
 * One question of an edition.
 *
 * @param group the code of the group it stands in
 * @param verified whether its place in the structure was read with the publisher
 * @param was the questions of earlier editions that it follows
 */
record Question(
        QuestionRef ref,
        String group,
        Topic topic,
        Weight weight,
        boolean verified,
        List<QuestionRef> was) {

    Question {
        was = List.copyOf(was);
    }

    String code() {
        return ref.question();
    }
}
