package az.qalxan.strategy.ranking;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.Progress;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what pages and programs read of rankings. */
@Component
class RankingDesk {

    private final RankingPack pack;
    private final PieceStore store;
    private final Results results;
    private final Grounds grounds;
    private final Plans plans;
    private final Progress progress;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    RankingDesk(
            RankingPack pack,
            PieceStore store,
            Results results,
            Grounds grounds,
            Plans plans,
            Progress progress,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.pack = pack;
        this.store = store;
        this.results = results;
        this.grounds = grounds;
        this.plans = plans;
        this.progress = progress;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** The rankings by the evidence in force now. */
    @Transactional(readOnly = true)
    public Board board() {
        return board(List.of());
    }

    /** The same, looking also at those versions. */
    @Transactional(readOnly = true)
    public Board board(List<Evidence> besides) {
        List<Evidence> evidence = store.inForce();
        List<Evidence> looked = new ArrayList<>(evidence);
        looked.addAll(besides);
        return new Board(pack, grounds.look(looked), evidence, results.all());
    }

    /** What waits for a second person. */
    @Transactional(readOnly = true)
    public List<Evidence> waiting() {
        return store.open();
    }

    /** Every measure that the pack names for a topic, as far as it is now. */
    @Transactional(readOnly = true)
    public Costs costs() {
        Map<MeasureCode, MeasureStanding> standings = progress.standings(clock.instant());
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        Optional<Plan> plan = plans.current();
        for (Topic topic : pack.catalogue().topics().values()) {
            costs.put(
                    topic.id(),
                    pack.of(topic).measures().stream()
                            .map(MeasureCode::new)
                            .map(code -> cost(code, plan, standings.get(code)))
                            .toList());
        }
        return new Costs(costs);
    }

    private static Cost cost(
            MeasureCode code, Optional<Plan> plan, @Nullable MeasureStanding standing) {
        int reached =
                standing == null
                        ? 0
                        : (int)
                                Arrays.stream(Stage.values())
                                        .filter(stage -> standing.stage(stage).reached())
                                        .count();
        Optional<PlanMeasure> measure = plan.flatMap(one -> one.measure(code));
        return new Cost(
                code.value(),
                measure.map(PlanMeasure::shortTitle).orElse(null),
                measure.map(one -> one.lead().current()).orElse(""),
                reached);
    }

    /** The measures for each topic. */
    record Costs(Map<String, List<Cost>> byTopic) {

        Costs {
            byTopic = Map.copyOf(byTopic);
        }

        List<Cost> of(Topic topic) {
            return byTopic.getOrDefault(topic.id(), List.of());
        }
    }

    /** The code of the body that answers for a topic; empty where nobody is named. */
    String owner(Topic topic) {
        return pack.of(topic).owner();
    }

    /** The acronym of a body; its code where the pack does not know it. */
    String acronym(String body) {
        return jurisdiction.body(body).map(Body::acronym).orElse(body);
    }

    /** The name of a body; its code where the pack does not know it. */
    Words bodyName(String body) {
        return jurisdiction.body(body).map(Body::name).orElse(new Words(body, body));
    }

    List<Body> bodies() {
        return jurisdiction.bodies();
    }

    Ranking ranking(String code) {
        return pack.catalogue()
                .ranking(code)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    RankingEdition edition(String ranking, String edition) {
        return pack.catalogue()
                .edition(ranking, edition)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    Question question(QuestionRef ref) {
        return pack.catalogue()
                .question(ref)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
