package az.qalxan.strategy.ranking;

import az.qalxan.web.Requires;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rankings, their editions and questions. */
@Controller
@RequestMapping("/strategy/rankings")
class RankingController {

    static final String RANKING = "/{ranking}";
    static final String EDITION = RANKING + "/{edition}";
    static final String QUESTION = EDITION + "/{question}";
    private static final int LIFTS_SHOWN = 10;

    private final RankingDesk desk;

    RankingController(RankingDesk desk) {
        this.desk = desk;
    }

    /**
     * All rankings.
     *
     * @param lifts what would raise them most
     * @param waiting how many proposals wait for a second person
     */
    record OverviewPage(
            RankingDesk desk,
            Board board,
            List<Scored> current,
            List<Board.Lift> lifts,
            RankingDesk.Costs costs,
            HistoryPicture picture,
            int waiting) {

        OverviewPage {
            current = List.copyOf(current);
            lifts = List.copyOf(lifts);
        }

        /** How many pieces in force count, are stale, … by {@link Holding#code()}. */
        Map<String, Long> holdings() {
            return board.evidence().stream()
                    .map(one -> board.seen().of(one.content()).code())
                    .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        }
    }

    @Requires("strategy:read")
    @GetMapping
    String overview(Model model) {
        Board board = desk.board();
        List<Scored> current = board.current();
        model.addAttribute(
                "page",
                new OverviewPage(
                        desk,
                        board,
                        current,
                        board.lifts(current).stream().limit(LIFTS_SHOWN).toList(),
                        desk.costs(),
                        HistoryPicture.of(board, current),
                        desk.waiting().size()));
        return "strategy/ranking/overview";
    }

    /** One ranking with its editions and results. */
    record RankingPage(
            RankingDesk desk,
            Board board,
            Ranking ranking,
            List<Scored> editions,
            HistoryPicture picture) {

        RankingPage {
            editions = List.copyOf(editions);
        }
    }

    @Requires("strategy:read")
    @GetMapping(RANKING)
    String ranking(@PathVariable String ranking, Model model) {
        Ranking found = desk.ranking(ranking);
        Board board = desk.board();
        model.addAttribute(
                "page",
                new RankingPage(
                        desk,
                        board,
                        found,
                        found.editions().reversed().stream().map(board::scored).toList(),
                        HistoryPicture.of(board, List.of(board.scored(found.on(board.today()))))));
        return "strategy/ranking/ranking";
    }

    /** One edition with its questions. */
    record EditionPage(
            RankingDesk desk,
            Board board,
            Scored scored,
            RankingDesk.Costs costs,
            Catalogue.Changes changes) {}

    @Requires("strategy:read")
    @GetMapping(EDITION)
    String edition(@PathVariable String ranking, @PathVariable String edition, Model model) {
        RankingEdition found = desk.edition(ranking, edition);
        Board board = desk.board();
        model.addAttribute(
                "page",
                new EditionPage(
                        desk,
                        board,
                        board.scored(found),
                        desk.costs(),
                        board.catalogue().changes(found)));
        return "strategy/ranking/edition";
    }

    /**
     * One question.
     *
     * @param others questions of other rankings that ask about the same
     */
    record QuestionPage(
            RankingDesk desk,
            Board board,
            Scored scored,
            Answered answered,
            List<Question> others,
            List<Cost> costs) {

        QuestionPage {
            others = List.copyOf(others);
            costs = List.copyOf(costs);
        }

        Question question() {
            return answered.question();
        }
    }

    @Requires("strategy:read")
    @GetMapping(QUESTION)
    String question(
            @PathVariable String ranking,
            @PathVariable String edition,
            @PathVariable String question,
            Model model) {
        Question found = desk.question(new QuestionRef(ranking, edition, question));
        Board board = desk.board();
        Scored scored = board.scored(desk.edition(ranking, edition));
        model.addAttribute(
                "page",
                new QuestionPage(
                        desk,
                        board,
                        scored,
                        scored.of(found),
                        board.catalogue().asking(found.topic().id(), board.today()).stream()
                                .filter(one -> !one.ref().equals(found.ref()))
                                .toList(),
                        desk.costs().of(found.topic())));
        return "strategy/ranking/question";
    }
}
