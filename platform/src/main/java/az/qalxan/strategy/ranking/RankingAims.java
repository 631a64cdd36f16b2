package az.qalxan.strategy.ranking;

import az.qalxan.strategy.AimState;
import az.qalxan.web.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Targets of the strategy that rankings measure stand as the rankings published it last. */
@Component
final class RankingAims implements AimState {

    private final RankingPack pack;
    private final Results results;

    RankingAims(RankingPack pack, Results results) {
        this.pack = pack;
        this.results = results;
    }

    @Override
    public Map<String, Line> lines(Text text) {
        RankingWords words = new RankingWords(text);
        Map<String, Published> last = new LinkedHashMap<>();
        results.all().stream()
                .filter(one -> one.score() != null)
                .forEach(one -> last.put(one.ranking(), one));
        String said =
                last.values().stream()
                        .map(one ->
                                text.of(
                                        "ranking.aim-one",
                                        words.name(one.ranking()),
                                        words.number(Objects.requireNonNull(one.score())),
                                        one.on().getYear()))
                        .collect(Collectors.joining(" · "));
        Map<String, Line> lines = new LinkedHashMap<>();
        pack.targets()
                .forEach(target ->
                        lines.put(
                                target,
                                new Line("/strategy/rankings", text.of("ranking.aim", said))));
        return lines;
    }
}
