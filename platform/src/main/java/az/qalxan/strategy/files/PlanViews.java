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
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

        String state(PlanMeasure measure, Stage stage) {
            return text.of("timeline.state." + bar(measure).state(stage).code());
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

    /** A column and what stands in it for one thing. */
    private record Field<T>(String key, int width, Cell<T> cell) {

        static <T> Field<T> of(String key, int width, Cell<T> cell) {
            return new Field<>(key, width, cell);
        }
    }

    private interface Cell<T> {

        @Nullable Object of(T one);
    }

    private static <T> Tabular table(
            Sources from, Title title, List<Field<T>> fields, Collection<T> things) {
        List<Column> columns =
                fields.stream()
                        .map(one ->
                                new Column(
                                        one.key(),
                                        from.text().of("planfile.column." + one.key()),
                                        one.width()))
                        .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (T thing : things) {
            List<@Nullable Object> row = new ArrayList<>();
            fields.forEach(field -> row.add(field.cell().of(thing)));
            rows.add(row);
        }
        return table(from, title, columns, new Rows(rows));
    }

    /** What a table shows, of one body where it is given. */
    private record Title(View view, @Nullable BodyCode body) {}

    private record Rows(List<List<@Nullable Object>> all) {}

    private static Tabular table(Sources from, Title title, List<Column> columns, Rows rows) {
        Text text = from.text();
        String of = title.body() == null ? "" : " · " + name(from, title.body());
        return new Tabular(
                text.of("planfile.view." + title.view().code()) + of,
                from.lang(),
                notes(from, rows.all().size()),
                columns,
                rows.all());
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

    private static Field<PlanMeasure> code(int width) {
        return Field.of("code", width, one -> one.code().value());
    }

    private static Field<PlanMeasure> measure(Sources from, int width) {
        return Field.of("measure", width, one -> from.bar(one).title(from.text()));
    }

    private static Field<PlanMeasure> lead(int width) {
        return Field.of("lead", width, one -> one.lead().current());
    }

    private static Field<PlanMeasure> period(Sources from, int width) {
        return Field.of("period", width, one -> from.bar(one).period(from.text()));
    }

    private static Field<PlanMeasure> open(int width) {
        return Field.of("open", width, one -> one.measure().span().isOpen());
    }

    private static Field<PlanMeasure> state(Sources from, Stage stage) {
        return Field.of(stage.code(), 14, one -> from.state(one, stage));
    }

    private static Field<PlanMeasure> late(Sources from, int width) {
        return Field.of("late", width, one -> from.bar(one).late());
    }

    private static Tabular tree(Sources from, List<PlanMeasure> measures, @Nullable BodyCode body) {
        Map<Integer, PlanPriority> priorities =
                from.plan().priorities().stream()
                        .collect(Collectors.toMap(PlanPriority::number, Function.identity()));
        Map<String, PlanGroup> groups =
                from.plan().groups().stream()
                        .collect(Collectors.toMap(PlanGroup::id, Function.identity()));
        return table(
                from,
                new Title(View.TREE, body),
                List.of(
                        Field.of("priority", 4, one -> one.measure().priority()),
                        Field.of(
                                "priority-title",
                                16,
                                one -> {
                                    @Nullable PlanPriority of =
                                            priorities.get(one.measure().priority());
                                    return of == null ? null : of.shortTitle().in(from.lang());
                                }),
                        Field.of("group", 0, one -> one.measure().group()),
                        Field.of(
                                "group-title",
                                0,
                                one -> {
                                    @Nullable PlanGroup of =
                                            groups.get(String.valueOf(one.measure().group()));
                                    return of == null ? null : of.shortTitle().in(from.lang());
                                }),
                        code(9),
                        measure(from, 36),
                        Field.of("text", 0, one -> blankIsNone(one.measure().text())),
                        lead(10),
                        Field.of("executors", 22, PlanViews::executors),
                        period(from, 13),
                        open(0),
                        state(from, Stage.INITIAL),
                        state(from, Stage.INTERIM),
                        state(from, Stage.FINAL),
                        late(from, 9)),
                measures);
    }

    private static Tabular timeline(
            Sources from, List<PlanMeasure> measures, @Nullable BodyCode body) {
        return table(
                from,
                new Title(View.TIMELINE, body),
                List.of(
                        code(10),
                        measure(from, 50),
                        lead(12),
                        Field.of("printed", 16, one -> one.measure().span().printed()),
                        Field.of("from", 8, one -> one.measure().span().fromYear()),
                        Field.of("until", 8, one -> one.measure().span().untilYear()),
                        open(8),
                        Field.of(
                                "runs",
                                8,
                                one -> one.measure().span().includes(from.today().getYear())),
                        late(from, 8)),
                measures);
    }

    private static Tabular bodies(Sources from) {
        return table(
                from,
                new Title(View.BODIES, null),
                List.<Field<Load>>of(
                        Field.of("acronym", 12, one -> one.body().acronym()),
                        Field.of("current", 12, one -> one.body().current()),
                        Field.of(
                                "body",
                                0,
                                one -> {
                                    BodyCode code = one.body().body();
                                    return code == null ? null : code.value();
                                }),
                        Field.of("name", 60, one -> one.body().name().in(from.lang())),
                        Field.of("as-lead", 10, one -> one.lead().size()),
                        Field.of("as-executor", 10, one -> one.executor().size()),
                        Field.of("all", 10, one -> one.lead().size() + one.executor().size())),
                Load.of(from.plan().measures()));
    }

    private static Tabular asked(Sources from, List<PlanMeasure> measures, BodyCode body) {
        return table(
                from,
                new Title(View.BODIES, body),
                List.of(
                        code(9),
                        measure(from, 44),
                        Field.of("part", 14, one -> from.text().of(part(one, body))),
                        lead(10),
                        period(from, 14),
                        state(from, Stage.INITIAL),
                        state(from, Stage.INTERIM),
                        state(from, Stage.FINAL),
                        late(from, 9)),
                measures);
    }

    private static String part(PlanMeasure measure, BodyCode body) {
        if (measure.isLead(body)) {
            return "planfile.part.lead";
        }
        return measure.executors().stream()
                        .filter(each -> body.equals(each.body()))
                        .findFirst()
                        .filter(PlanBody::recommended)
                        .isPresent()
                ? "planfile.part.recommended"
                : "planfile.part.executor";
    }

    /** One stage of one measure. */
    private record At(PlanMeasure measure, Stage stage, @Nullable StageStanding standing) {}

    private static Tabular stages(
            Sources from, List<PlanMeasure> measures, @Nullable BodyCode body) {
        List<At> all =
                measures.stream()
                        .flatMap(one ->
                                Arrays.stream(Stage.values())
                                        .map(stage -> new At(one, stage, from.stage(one, stage))))
                        .toList();
        return table(
                from,
                new Title(View.STAGES, body),
                List.<Field<At>>of(
                        Field.of("code", 9, at -> at.measure().code().value()),
                        Field.of("measure", 34, at -> from.bar(at.measure()).title(from.text())),
                        Field.of("lead", 10, at -> at.measure().lead().current()),
                        Field.of(
                                "stage",
                                9,
                                at -> from.text().of("timeline.stage." + at.stage().code())),
                        Field.of(
                                "result",
                                50,
                                at -> blankIsNone(at.measure().measure().result(at.stage()))),
                        Field.of("state", 16, at -> from.state(at.measure(), at.stage())),
                        Field.of(
                                "since",
                                14,
                                at -> {
                                    Instant since =
                                            at.standing() == null ? null : at.standing().since();
                                    return since == null ? null : from.text().date(since);
                                }),
                        Field.of(
                                "evidence",
                                7,
                                at -> at.standing() == null ? 0 : at.standing().evidence())),
                all);
    }

    private static Tabular coverage(Sources from) {
        return table(
                from,
                new Title(View.COVERAGE, null),
                List.<Field<PlanAim>>of(
                        Field.of(
                                "aim",
                                10,
                                aim -> from.text().of("planfile.aim." + aim.kind().code())),
                        Field.of("id", 8, PlanAim::id),
                        Field.of("title", 44, aim -> aim.shortTitle().in(from.lang())),
                        Field.of("text", 0, aim -> blankIsNone(aim.text())),
                        Field.of(
                                "measures",
                                34,
                                aim ->
                                        aim.measures().stream()
                                                .map(MeasureCode::value)
                                                .collect(Collectors.joining(", "))),
                        Field.of("count", 7, aim -> aim.measures().size()),
                        Field.of("uncovered", 10, PlanAim::uncovered),
                        Field.of(
                                "standing",
                                16,
                                aim -> from.text().of("planfile.standing." + aim.standing()))),
                from.plan().coverage());
    }

    private static Tabular load(Sources from) {
        Years years =
                Years.of(
                        from.plan().measures().stream().map(one -> one.measure().span()).toList(),
                        from.plan().edition().approved(),
                        from.today());
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("acronym", from.text().of("planfile.column.acronym"), 12));
        columns.add(new Column("name", from.text().of("planfile.column.name"), 30));
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
        return table(from, new Title(View.LOAD, null), columns, new Rows(rows));
    }

    private static String executors(PlanMeasure measure) {
        return measure.executors().stream()
                .map(one -> one.recommended() ? one.current() + "*" : one.current())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String blankIsNone(String text) {
        return text.isBlank() ? null : text;
    }
}
