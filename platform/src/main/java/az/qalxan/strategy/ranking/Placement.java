package az.qalxan.strategy.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where pieces of evidence stand in an edition. Links to earlier editions follow its questions:
 * what was renamed or merged goes along, what was split may count and has to be confirmed, what was
 * dropped finds no place and is shown so.
 *
 * @param placed by the question's code
 */
record Placement(Map<String, List<Placed>> placed, List<Unplaced> unplaced) {

    /** How a piece of evidence came to a question; message key {@code ranking.via.<code>}. */
    enum Via {
        /** Somebody linked it to this very question. */
        DIRECT,
        /** The question follows the one that it was linked to. */
        FOLLOWED,
        /** The question is one of several that follow. */
        SPLIT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A piece of evidence at a question. */
    record Placed(Evidence evidence, Evidence.Link link, Via via) {

        private Placed nearer(Placed other) {
            return via.compareTo(other.via) <= 0 ? this : other;
        }
    }

    /** A piece of evidence whose question the edition dropped. */
    record Unplaced(Evidence evidence, QuestionRef linked) {}

    Placement {
        placed = Map.copyOf(placed);
        unplaced = List.copyOf(unplaced);
    }

    List<Placed> at(String question) {
        return placed.getOrDefault(question, List.of());
    }

    /** Places what is in force; links to other rankings and to later editions are left out. */
    static Placement of(Catalogue catalogue, RankingEdition edition, List<Evidence> evidence) {
        Placing placing = new Placing(catalogue, edition);
        evidence.forEach(placing::add);
        return placing.placement();
    }

    private static final class Placing {

        private final Catalogue catalogue;
        private final RankingEdition edition;
        private final List<String> path;
        private final Map<String, Map<Long, Placed>> placed = new LinkedHashMap<>();
        private final List<Unplaced> unplaced = new ArrayList<>();

        Placing(Catalogue catalogue, RankingEdition edition) {
            this.catalogue = catalogue;
            this.edition = edition;
            this.path =
                    catalogue.ranking(edition.ranking()).stream()
                            .flatMap(ranking -> ranking.upTo(edition).stream())
                            .map(RankingEdition::code)
                            .toList();
        }

        void add(Evidence evidence) {
            for (Evidence.Link link : evidence.content().links()) {
                QuestionRef from = link.question();
                if (!from.ranking().equals(edition.ranking()) || !path.contains(from.edition())) {
                    continue;
                }
                Reached reached = follow(from);
                if (reached.questions().isEmpty()) {
                    unplaced.add(new Unplaced(evidence, from));
                }
                for (String question : reached.questions()) {
                    placed.computeIfAbsent(question, code -> new LinkedHashMap<>())
                            .merge(
                                    evidence.number(),
                                    new Placed(evidence, link, reached.via()),
                                    Placed::nearer);
                }
            }
        }

        private record Reached(List<String> questions, Via via) {}

        private Reached follow(QuestionRef from) {
            List<QuestionRef> here = List.of(from);
            Via via = Via.DIRECT;
            for (String next : path.subList(path.indexOf(from.edition()) + 1, path.size())) {
                here = step(here, next);
                via = via == Via.SPLIT || here.size() > 1 ? Via.SPLIT : Via.FOLLOWED;
            }
            return new Reached(
                    here.stream()
                            .map(QuestionRef::question)
                            .filter(code -> edition.question(code).isPresent())
                            .toList(),
                    via);
        }

        private List<QuestionRef> step(List<QuestionRef> here, String next) {
            return here.stream()
                    .flatMap(ref -> catalogue.following(ref).stream())
                    .map(Question::ref)
                    .filter(ref -> ref.edition().equals(next))
                    .distinct()
                    .toList();
        }

        Placement placement() {
            Map<String, List<Placed>> lists = new LinkedHashMap<>();
            placed.forEach((code, ones) -> lists.put(code, List.copyOf(ones.values())));
            return new Placement(lists, unplaced);
        }
    }
}
