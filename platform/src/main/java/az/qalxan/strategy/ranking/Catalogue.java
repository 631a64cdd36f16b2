package az.qalxan.strategy.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rankings that the packs know, and what questions have in common. */
record Catalogue(List<Ranking> rankings, Map<String, Topic> topics) {

    Catalogue {
        rankings = List.copyOf(rankings);
        topics = Map.copyOf(topics);
        rankings.forEach(ranking -> ranking.editions().forEach(Weights::of));
    }

    Optional<Ranking> ranking(String code) {
        return rankings.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    Optional<RankingEdition> edition(String ranking, String edition) {
        return ranking(ranking).flatMap(one -> one.edition(edition));
    }

    Optional<Question> question(QuestionRef ref) {
        return edition(ref.ranking(), ref.edition()).flatMap(one -> one.question(ref.question()));
    }

    /** The questions of a topic in the editions of a day. */
    List<Question> asking(String topic, LocalDate day) {
        return rankings.stream()
                .flatMap(ranking -> ranking.on(day).questions().stream())
                .filter(question -> question.topic().id().equals(topic))
                .toList();
    }

    /** The questions of later editions that follow a question. */
    List<Question> following(QuestionRef ref) {
        return ranking(ref.ranking()).stream()
                .flatMap(ranking -> ranking.editions().stream())
                .flatMap(edition -> edition.questions().stream())
                .filter(question -> question.was().contains(ref))
                .toList();
    }

    /** How questions of the edition before changed. */
    Changes changes(RankingEdition edition) {
        Map<QuestionRef, List<Question>> followers = new LinkedHashMap<>();
        ranking(edition.ranking())
                .flatMap(ranking -> ranking.before(edition))
                .ifPresent(before ->
                        before.questions()
                                .forEach(one -> followers.put(one.ref(), new ArrayList<>())));
        for (Question question : edition.questions()) {
            question.was()
                    .forEach(was ->
                            followers.computeIfPresent(was, (one, after) -> with(after, question)));
        }
        return new Changes(
                edition.questions().stream().filter(one -> one.was().isEmpty()).toList(),
                edition.questions().stream().filter(one -> one.was().size() > 1).toList(),
                followers.entrySet().stream()
                        .filter(one -> one.getValue().size() > 1)
                        .map(one -> new Split(one.getKey(), one.getValue()))
                        .toList(),
                followers.entrySet().stream()
                        .filter(one -> one.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static List<Question> with(List<Question> before, Question question) {
        List<Question> more = new ArrayList<>(before);
        more.add(question);
        return more;
    }

    /** What an edition changed; nothing for the first one. */
    record Changes(
            List<Question> added,
            List<Question> merged,
            List<Split> split,
            List<QuestionRef> dropped) {

        Changes {
            added = List.copyOf(added);
            merged = List.copyOf(merged);
            split = List.copyOf(split);
            dropped = List.copyOf(dropped);
        }
    }

    /** A question that became several. */
    record Split(QuestionRef before, List<Question> after) {

        Split {
            after = List.copyOf(after);
        }
    }
}
