package az.qalxan.strategy.report;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.directory.Directory;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Stage;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.Edition;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.ReportPeriod;
import az.qalxan.strategy.indicator.IndicatorReading;
import az.qalxan.strategy.indicator.IndicatorReading.Reading.Known;
import az.qalxan.strategy.indicator.IndicatorReading.Reading.Unknown;
import az.qalxan.strategy.indicator.Indicators;
import az.qalxan.strategy.meeting.MeetingsHeld;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.MeasureStanding.Flag;
import az.qalxan.strategy.progress.Progress;
import az.qalxan.strategy.progress.StageEvent;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.strategy.report.PlanReportContent.Counts;
import az.qalxan.strategy.report.PlanReportContent.EditionLine;
import az.qalxan.strategy.report.PlanReportContent.EventLine;
import az.qalxan.strategy.report.PlanReportContent.Head;
import az.qalxan.strategy.report.PlanReportContent.IndicatorLine;
import az.qalxan.strategy.report.PlanReportContent.MeasureLine;
import az.qalxan.strategy.report.PlanReportContent.MeetingLine;
import az.qalxan.strategy.report.PlanReportContent.Named;
import az.qalxan.strategy.report.PlanReportContent.PriorityLine;
import az.qalxan.strategy.report.PlanReportContent.Since;
import az.qalxan.strategy.report.PlanReportContent.SpanLine;
import az.qalxan.strategy.report.PlanReportContent.StageLine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes a report from the registers. */
@Component
class Composing {

    /** Lines of what was said; a busier period tells how many more there were. */
    static final int EVENTS_MAX = 150;

    private final Plans plans;
    private final Progress progress;
    private final Indicators indicators;
    private final MeetingsHeld held;
    private final PlanReportStore store;
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;
    private final String currency;

    Composing(
            Plans plans,
            Progress progress,
            Indicators indicators,
            MeetingsHeld held,
            PlanReportStore store,
            Directory directory,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.plans = plans;
        this.progress = progress;
        this.indicators = indicators;
        this.held = held;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
        this.zone = jurisdiction.zone();
        this.currency = jurisdiction.currency();
    }

    /** What a report is made about. */
    private record Subject(
            Plan plan,
            List<PlanMeasure> measures,
            Map<MeasureCode, MeasureStanding> now,
            Map<MeasureCode, MeasureStanding> before) {}

    /** The report as it would be issued now; empty where there is no plan, or none of that body. */
    @Transactional(readOnly = true)
    public Optional<PlanReportContent> compose(ReportKey key) {
        Instant now = clock.instant();
        ReportPeriod period = key.period();
        Instant ends = period.ends(zone);
        Instant asOf = ends.isAfter(now) ? now : ends.minusMillis(1);
        return planAt(asOf)
                .filter(plan -> key.body() == null || plan.bodies().contains(key.body()))
                .map(plan -> compose(key, plan, asOf));
    }

    /** The plan that was in force at a moment; before the first edition, the present one. */
    private Optional<Plan> planAt(Instant moment) {
        return plans.editions().stream()
                .filter(one -> !one.recorded().isAfter(moment))
                .max(Comparator.comparingInt(Edition::number))
                .flatMap(one -> plans.of(one.id()))
                .or(plans::current);
    }

    private PlanReportContent compose(ReportKey key, Plan plan, Instant asOf) {
        Since since = since(key);
        @Nullable BodyCode body = key.body();
        List<PlanMeasure> measures = body == null ? plan.measures() : plan.of(body);
        Subject subject =
                new Subject(
                        plan,
                        measures,
                        progress.standings(asOf),
                        progress.standings(since.moment()));
        Set<MeasureCode> codes =
                measures.stream().map(PlanMeasure::code).collect(Collectors.toSet());
        List<StageEvent> events =
                progress.events(since.moment(), asOf.plusMillis(1)).stream()
                        .filter(one -> codes.contains(one.measure()))
                        .toList();
        List<EventLine> lines = events(events, plan);
        List<MeetingsHeld.Held> meetings = meetings(key, since, asOf);
        Handling handling =
                meetings.stream()
                        .map(MeetingsHeld.Held::handling)
                        .max(Comparator.naturalOrder())
                        .orElse(Handling.CLEAR);
        return new PlanReportContent(
                PlanReportContent.SCHEMA,
                head(key, plan, asOf, since, handling),
                counts(measures, subject.now()),
                counts(measures, subject.before()),
                priorities(subject),
                lines.subList(0, Math.min(EVENTS_MAX, lines.size())),
                lines.size(),
                measures.stream().map(one -> line(one, subject, body)).toList(),
                indicators(key, codes, asOf, since),
                meetings.stream().map(this::line).toList());
    }

    /**
     * Since the last report of the same kind about the same; without one, since the period began.
     */
    private Since since(ReportKey key) {
        return store.lastBefore(key)
                .map(last -> new Since(last.asOf(), last.number()))
                .orElseGet(() -> new Since(key.period().begins(zone).minusMillis(1), null));
    }

    private Head head(ReportKey key, Plan plan, Instant asOf, Since since, Handling handling) {
        Edition edition = plan.edition();
        return new Head(
                key.period().code(),
                key.period().from(),
                key.period().lastDay(),
                key.period().ends(zone).minusMillis(1).equals(asOf),
                asOf,
                key.body() == null ? null : named(plan, key.body()),
                new EditionLine(
                        edition.number(),
                        edition.title(),
                        edition.sha256(),
                        edition.approved(),
                        edition.wording()),
                since,
                handling,
                currency);
    }

    /** Those that the body answers for or whose measures it carries out; of the commission all. */
    private List<IndicatorLine> indicators(
            ReportKey key, Set<MeasureCode> codes, Instant asOf, Since since) {
        LocalDate on = LocalDate.ofInstant(asOf, zone);
        Map<String, IndicatorReading> before = new HashMap<>();
        indicators
                .readings(LocalDate.ofInstant(since.moment(), zone))
                .forEach(one -> before.put(one.code(), one));
        return indicators.readings(on).stream()
                .filter(one ->
                        key.body() == null
                                || one.owner().equals(key.scope())
                                || one.measures().stream().anyMatch(codes::contains))
                .map(one -> line(one, before.get(one.code())))
                .toList();
    }

    private static IndicatorLine line(IndicatorReading one, @Nullable IndicatorReading before) {
        @Nullable Known known = one.value() instanceof Known value ? value : null;
        return new IndicatorLine(
                one.code(),
                one.name(),
                one.unit().code(),
                one.period().code(),
                known == null ? null : known.value(),
                one.value() instanceof Unknown unknown ? unknown.reason() : null,
                known == null ? null : known.trueOn(),
                known != null && known.byHand(),
                before != null && before.value() instanceof Known value ? value.value() : null,
                one.baseline(),
                one.target(),
                one.targetOn(),
                one.direction().code(),
                one.trend(),
                one.reached(),
                one.ofPack(),
                one.measures().stream().map(MeasureCode::value).toList());
    }

    private List<MeetingsHeld.Held> meetings(ReportKey key, Since since, Instant asOf) {
        return held.between(
                since.moment(),
                asOf,
                key.body() == null ? null : key.scope(),
                LocalDate.ofInstant(clock.instant(), zone));
    }

    private MeetingLine line(MeetingsHeld.Held one) {
        return new MeetingLine(
                one.number(),
                one.title(),
                LocalDate.ofInstant(one.start(), zone),
                one.decisions(),
                one.tasks(),
                one.running(),
                one.overdue());
    }

    private List<PriorityLine> priorities(Subject subject) {
        List<PriorityLine> lines = new ArrayList<>();
        for (var priority : subject.plan().priorities()) {
            List<PlanMeasure> of =
                    subject.measures().stream()
                            .filter(one -> one.measure().priority() == priority.number())
                            .toList();
            if (!of.isEmpty()) {
                lines.add(
                        new PriorityLine(
                                priority.number(),
                                priority.shortTitle(),
                                counts(of, subject.now())));
            }
        }
        return lines;
    }

    static Counts counts(List<PlanMeasure> measures, Map<MeasureCode, MeasureStanding> standings) {
        Map<StageStanding.State, Integer> states = new EnumMap<>(StageStanding.State.class);
        Map<Flag, Integer> flags = new EnumMap<>(Flag.class);
        for (PlanMeasure measure : measures) {
            @Nullable MeasureStanding standing = standings.get(measure.code());
            for (Stage stage : Stage.values()) {
                StageStanding.State state =
                        standing == null ? StageStanding.State.OPEN : standing.stage(stage).state();
                states.merge(state, 1, Integer::sum);
            }
            if (standing != null) {
                standing.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum));
            }
        }
        return new Counts(
                measures.size(),
                states.getOrDefault(StageStanding.State.OPEN, 0),
                states.getOrDefault(StageStanding.State.PROPOSED, 0),
                states.getOrDefault(StageStanding.State.DISPUTED, 0),
                states.getOrDefault(StageStanding.State.REACHED, 0),
                flags.getOrDefault(Flag.LATE, 0),
                flags.getOrDefault(Flag.SILENT, 0),
                flags.getOrDefault(Flag.WITHOUT_EVIDENCE, 0));
    }

    /** Several pieces of evidence of one day are one line. */
    private List<EventLine> events(List<StageEvent> events, Plan plan) {
        List<EventLine> lines = new ArrayList<>();
        for (StageEvent event : events) {
            EventLine line = event(event, plan);
            if (!lines.isEmpty() && lines.getLast().repeats(line, zone)) {
                lines.set(lines.size() - 1, lines.getLast().andAgain());
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private EventLine event(StageEvent one, Plan plan) {
        Words title =
                plan.measure(one.measure())
                        .map(PlanMeasure::shortTitle)
                        .orElse(new Words(one.measure().value(), one.measure().value()));
        return new EventLine(
                one.at(),
                one.kind().code(),
                one.measure().value(),
                title,
                one.stage() == null ? null : one.stage().code(),
                named(plan, new BodyCode(one.body())),
                1);
    }

    private MeasureLine line(PlanMeasure one, Subject subject, @Nullable BodyCode body) {
        @Nullable MeasureStanding standing = subject.now().get(one.code());
        Map<String, StageLine> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.code(), standing == null ? StageLine.NONE : stage(standing, stage));
        }
        Span span = one.measure().span();
        return new MeasureLine(
                one.code().value(),
                one.shortTitle(),
                one.measure().priority(),
                named(one.lead()),
                part(one, body),
                new SpanLine(span.printed(), span.fromYear(), span.untilYear()),
                stages,
                standing == null ? List.of() : standing.flags().stream().map(Flag::code).toList(),
                standing == null ? null : day(standing.saidAt()));
    }

    private static String part(PlanMeasure one, @Nullable BodyCode body) {
        return body == null ? "" : one.isLead(body) ? "lead" : "executor";
    }

    private StageLine stage(MeasureStanding standing, Stage stage) {
        StageStanding at = standing.stage(stage);
        return new StageLine(at.state().code(), day(at.since()), at.byBody(), at.evidence());
    }

    private @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }

    private static Named named(PlanBody body) {
        BodyCode code = body.body();
        return new Named(code == null ? null : code.value(), body.current(), body.name());
    }

    private Named named(Plan plan, BodyCode body) {
        return plan.of(body).stream()
                .flatMap(one -> one.bodies().stream())
                .filter(one -> body.equals(one.body()))
                .findFirst()
                .map(Composing::named)
                .or(() ->
                        directory
                                .organisation(body)
                                .map(one -> new Named(body.value(), one.acronym(), one.name())))
                .orElseGet(() ->
                        new Named(
                                body.value(), body.value(), new Words(body.value(), body.value())));
    }
}
