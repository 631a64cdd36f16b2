package az.qalxan.strategy.ranking;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.strategy.MeasurePart;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a measure of the plan would add to rankings, on its page. */
@Component
final class RankingPart implements MeasurePart {

    private static final int ORDER = 60;

    private final RankingPack pack;
    private final RankingDesk desk;
    private final Fragments fragments;

    RankingPart(RankingPack pack, RankingDesk desk, Fragments fragments) {
        this.pack = pack;
        this.desk = desk;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(MeasureCode code, PageFrame frame) {
        boolean helps =
                pack.catalogue().topics().values().stream()
                        .anyMatch(topic -> pack.of(topic).measures().contains(code.value()));
        if (!helps) {
            return Optional.empty();
        }
        Board board = desk.board();
        List<Board.Lift> lifts =
                board.lifts(board.current()).stream()
                        .filter(lift -> lift.local().measures().contains(code.value()))
                        .toList();
        return Optional.of(
                fragments.of("strategy/ranking/part", Map.of("frame", frame, "lifts", lifts)));
    }
}
