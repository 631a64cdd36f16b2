package az.qalxan.strategy;

import az.qalxan.engines.plan.Executor;
import az.qalxan.engines.plan.Measure;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a plan together: the file, our short titles and readings, the bodies' names of the day. */
@Component
class PlanMaking {

    private final StrategyPack pack;
    private final PlanBodies bodies;

    PlanMaking(StrategyPack pack, PlanBodies bodies) {
        this.pack = pack;
        this.bodies = bodies;
    }

    Plan plan(Edition edition, PlanFile file, LocalDate day) {
        PlanBodies.Named named = bodies.on(day, file);
        Set<MeasureCode> codes =
                file.measures().stream().map(Measure::code).collect(Collectors.toSet());
        Plan.Contents contents =
                new Plan.Contents(
                        file.priorities().stream()
                                .map(one ->
                                        new PlanPriority(
                                                one,
                                                pack.title(
                                                        String.valueOf(one.number()), one.title())))
                                .toList(),
                        file.groups().stream()
                                .map(one -> new PlanGroup(one, pack.title(one.id(), one.title())))
                                .toList(),
                        file.measures().stream().map(one -> measure(one, named)).toList(),
                        file.targets().stream()
                                .map(one -> aim(PlanAim.Kind.TARGET, one.id(), one.text(), codes))
                                .toList(),
                        file.objectives().stream()
                                .map(one ->
                                        aim(PlanAim.Kind.OBJECTIVE, one.id(), one.text(), codes))
                                .toList());
        return new Plan(edition, day, file, contents);
    }

    private PlanMeasure measure(Measure one, PlanBodies.Named named) {
        List<PlanBody> executors =
                one.executors().stream()
                        .map((Executor each) -> named.body(each.acronym(), each.recommended()))
                        .toList();
        Words title = pack.title(one.code().value(), one.text());
        return new PlanMeasure(one, title, named.body(one.lead(), false), executors);
    }

    private PlanAim aim(PlanAim.Kind kind, String id, String text, Set<MeasureCode> codes) {
        StrategyPack.Reading reading = pack.reading(id);
        return new PlanAim(
                kind,
                id,
                text,
                pack.title(id, text),
                reading.measures().stream().filter(codes::contains).toList(),
                reading.indirect(),
                reading.standing());
    }
}
