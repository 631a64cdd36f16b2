package az.qalxan.strategy.files;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.print.Tabular;
import az.qalxan.print.Tabular.Column;
import az.qalxan.print.TabularFiles;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanAim;
import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.PlanGroup;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.PlanPriority;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.Progress;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.strategy.timeline.Bar;
import az.qalxan.strategy.timeline.Years;
import az.qalxan.web.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the views of the plan out as tables. */
@Component
class PlanViews {

    private static final int QUARTERS = 4;

    private final Progress progress;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    PlanViews(Progress progress, Jurisdiction jurisdiction, Clock clock) {
        this.progress = progress;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** What a view is made from, for one reader. */
    private record Sources(
            Plan plan, Map<MeasureCode, MeasureStanding> standings, LocalDate today, Text text) {

        String lang() {
            return text.language().code();
        }

        Bar bar(PlanMeasure measure) {
            return Bar.of(measure, standings.get(measure.code()));
        }

        @Nullable StageStanding stage(PlanMeasure measure, Stage stage) {
            MeasureStanding standing = standings.get(measure.code());
            return standing == null ? null : standing.stage(stage);
        }

        Column column(String key, int width) {
            return new Column(key, text.of("planfile.column." + key), width);
        }
    }

    /** The view; {@code body} leaves only its measures where a view lists measures. */
    Tabular of(View view, Plan plan, @Nullable BodyCode body, Text text) {
        Instant now = clock.instant();
        Sources from =
                new Sources(
                        plan,
                        progress.standings(now),
                        LocalDate.ofInstant(now, jurisdiction.zone()),
                        text);
        List<PlanMeasure> measures = body == null ? plan.measures() : plan.of(body);
        return switch (view) {
            case TREE -> tree(from, measures, body);
            case TIMELINE -> timeline(from, measures, body);
            case BODIES -> body == null ? bodies(from) : asked(from, measures, body);
            case STAGES -> stages(from, measures, body);
            case COVERAGE -> coverage(from);
            case LOAD -> load(from);
        };
    }

    private static Tabular table(
            Sources from,
            String view,
            @Nullable BodyCode body,
            List<Column> columns,
            List<List<@Nullable Object>> rows) {
        Text text = from.text();
        String of = body == null ? "" : " · " + name(from, body);
        return new Tabular(
                text.of("planfile.view." + view) + of,
                from.lang(),
                notes(from, rows.size()),
                columns,
                rows);
    }

    private static List<String> notes(Sources from, int rows) {
        List<String> notes = new ArrayList<>(notes(from));
        if (rows > TabularFiles.PRINT_ROWS_MAX) {
            notes.add(
                    from.text()
                            .of(
                                    "planfile.note.cut",
                                    from.text().number(TabularFiles.PRINT_ROWS_MAX),
                                    from.text().number(rows)));
        }
        return notes;
    }

    private static List<String> notes(Sources from) {
        Text text = from.text();
        Plan plan = from.plan();
        return List.of(
                plan.edition().title(),
                plan.edition().number() == 0
                        ? text.of("planfile.note.pack")
                        : text.of(
                                "planfile.note.edition",
                                plan.edition().number(),
                                text.date(plan.edition().recorded())),
                text.of("planfile.note.day", text.date(from.today())),
                text.of(
                        plan.edition().wording()
                                ? "planfile.note.wording"
                                : "planfile.note.no-wording"),
                text.of("planfile.note.open"));
    }

    private static String name(Sources from, BodyCode body) {
        return from.plan().of(body).stream()
                .flatMap(one -> one.bodies().stream())
                .filter(one -> body.equals(one.body()))
                .findFirst()
                .map(PlanBody::current)
                .orElse(body.value());
    }

    private static Tabular tree(Sources from, List<PlanMeasure> measures, @Nullable BodyCode body) {
        Map<Integer, PlanPriority> priorities =
                from.plan().priorities().stream()
                        .collect(Collectors.toMap(PlanPriority::number, Function.identity()));
        Map<String, PlanGroup> groups =
                from.plan().groups().stream()
                        .collect(Collectors.toMap(PlanGroup::id, Function.identity()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PlanMeasure one : measures) {
            @Nullable PlanPriority priority = priorities.get(one.measure().priority());
            @Nullable PlanGroup group = groups.get(String.valueOf(one.measure().group()));
            Bar bar = from.bar(one);
            rows.add(
                    row(
                            one.measure().priority(),
                            priority == null ? null : priority.shortTitle().in(from.lang()),
                            group == null ? null : group.id(),
                            group == null ? null : group.shortTitle().in(from.lang()),
                            one.code().value(),
                            bar.title(from.text()),
                            blankIsNone(one.measure().text()),
                            one.lead().current(),
                            executors(one),
                            bar.period(from.text()),
                            one.measure().span().isOpen(),
                            state(bar, Stage.INITIAL, from.text()),
                            state(bar, Stage.INTERIM, from.text()),
                            state(bar, Stage.FINAL, from.text()),
                            bar.late()));
        }
        return table(
                from,
                View.TREE.code(),
                body,
                List.of(
                        from.column("priority", 4),
                        from.column("priority-title", 16),
                        from.column("group", 0),
                        from.column("group-title", 0),
                        from.column("code", 9),
                        from.column("measure", 36),
                        from.column("text", 0),
                        from.column("lead", 10),
                        from.column("executors", 22),
                        from.column("period", 13),
                        from.column("open", 0),
                        from.column("initial", 14),
                        from.column("interim", 14),
                        from.column("final", 14),
                        from.column("late", 9)),
                rows);
    }

    private static Tabular timeline(
            Sources from, List<PlanMeasure> measures, @Nullable BodyCode body) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PlanMeasure one : measures) {
            Bar bar = from.bar(one);
            rows.add(
                    row(
                            one.code().value(),
                            bar.title(from.text()),
                            one.lead().current(),
                            one.measure().span().printed(),
                            one.measure().span().fromYear(),
                            one.measure().span().untilYear(),
                            one.measure().span().isOpen(),
                            one.measure().span().includes(from.today().getYear()),
                            bar.late()));
        }
        return table(
                from,
                View.TIMELINE.code(),
                body,
                List.of(
                        from.column("code", 10),
                        from.column("measure", 50),
                        from.column("lead", 12),
                        from.column("printed", 16),
                        from.column("from", 8),
                        from.column("until", 8),
                        from.column("open", 8),
                        from.column("runs", 8),
                        from.column("late", 8)),
                rows);
    }

    private static Tabular bodies(Sources from) {
        List<List<@Nullable Object>> rows =
                Load.of(from.plan().measures()).stream()
                        .map(one ->
                                row(
                                        one.body().acronym(),
                                        one.body().current(),
                                        one.body().body() == null
                                                ? null
                                                : one.body().body().value(),
                                        one.body().name().in(from.lang()),
                                        one.lead().size(),
                                        one.executor().size(),
                                        one.lead().size() + one.executor().size()))
                        .toList();
        return table(
                from,
                View.BODIES.code(),
                null,
                List.of(
                        from.column("acronym", 12),
                        from.column("current", 12),
                        from.column("body", 0),
                        from.column("name", 60),
                        from.column("as-lead", 10),
                        from.column("as-executor", 10),
                        from.column("all", 10)),
                rows);
    }

    private static Tabular asked(Sources from, List<PlanMeasure> measures, BodyCode body) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PlanMeasure one : measures) {
            Bar bar = from.bar(one);
            Optional<PlanBody> part =
                    one.executors().stream().filter(each -> body.equals(each.body())).findFirst();
            rows.add(
                    row(
                            one.code().value(),
                            bar.title(from.text()),
                            from.text()
                                    .of(
                                            one.isLead(body)
                                                    ? "planfile.part.lead"
                                                    : part.filter(PlanBody::recommended).isPresent()
                                                            ? "planfile.part.recommended"
                                                            : "planfile.part.executor"),
                            one.lead().current(),
                            bar.period(from.text()),
                            state(bar, Stage.INITIAL, from.text()),
                            state(bar, Stage.INTERIM, from.text()),
                            state(bar, Stage.FINAL, from.text()),
                            bar.late()));
        }
        return table(
                from,
                View.BODIES.code(),
                body,
                List.of(
                        from.column("code", 9),
                        from.column("measure", 44),
                        from.column("part", 14),
                        from.column("lead", 10),
                        from.column("period", 14),
                        from.column("initial", 14),
                        from.column("interim", 14),
                        from.column("final", 14),
                        from.column("late", 9)),
                rows);
    }

    private static Tabular stages(
            Sources from, List<PlanMeasure> measures, @Nullable BodyCode body) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PlanMeasure one : measures) {
            Bar bar = from.bar(one);
            for (Stage stage : Stage.values()) {
                @Nullable StageStanding at = from.stage(one, stage);
                Instant since = at == null ? null : at.since();
                rows.add(
                        row(
                                one.code().value(),
                                bar.title(from.text()),
                                one.lead().current(),
                                from.text().of("timeline.stage." + stage.code()),
                                blankIsNone(one.measure().result(stage)),
                                state(bar, stage, from.text()),
                                since == null ? null : from.text().date(since),
                                at == null ? 0 : at.evidence()));
            }
        }
        return table(
                from,
                View.STAGES.code(),
                body,
                List.of(
                        from.column("code", 9),
                        from.column("measure", 34),
                        from.column("lead", 10),
                        from.column("stage", 9),
                        from.column("result", 50),
                        from.column("state", 16),
                        from.column("since", 14),
                        from.column("evidence", 7)),
                rows);
    }

    private static Tabular coverage(Sources from) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PlanAim aim : from.plan().coverage()) {
            rows.add(
                    row(
                            from.text().of("planfile.aim." + aim.kind().code()),
                            aim.id(),
                            aim.shortTitle().in(from.lang()),
                            blankIsNone(aim.text()),
                            aim.measures().stream()
                                    .map(MeasureCode::value)
                                    .collect(Collectors.joining(", ")),
                            aim.measures().size(),
                            aim.uncovered(),
                            from.text().of("planfile.standing." + aim.standing())));
        }
        return table(
                from,
                View.COVERAGE.code(),
                null,
                List.of(
                        from.column("aim", 10),
                        from.column("id", 8),
                        from.column("title", 44),
                        from.column("text", 0),
                        from.column("measures", 34),
                        from.column("count", 7),
                        from.column("uncovered", 10),
                        from.column("standing", 16)),
                rows);
    }

    private static Tabular load(Sources from) {
        Years years =
                Years.of(
                        from.plan().measures().stream().map(one -> one.measure().span()).toList(),
                        from.plan().edition().approved(),
                        from.today());
        List<Column> columns = new ArrayList<>();
        columns.add(from.column("acronym", 12));
        columns.add(from.column("name", 30));
        for (int year = years.first(); year <= years.last(); year++) {
            for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                columns.add(
                        new Column(
                                year + "Q" + quarter,
                                from.text().of("planfile.quarter", year, quarter),
                                5));
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Load one : Load.of(from.plan().measures())) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(one.body().current());
            row.add(one.body().name().in(from.lang()));
            for (int year = years.first(); year <= years.last(); year++) {
                for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                    row.add(one.in(year));
                }
            }
            rows.add(row);
        }
        return table(from, View.LOAD.code(), null, columns, rows);
    }

    private static String state(Bar bar, Stage stage, Text text) {
        return text.of("timeline.state." + bar.state(stage).code());
    }

    private static String executors(PlanMeasure measure) {
        return measure.executors().stream()
                .map(one -> one.recommended() ? one.current() + "*" : one.current())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String blankIsNone(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
