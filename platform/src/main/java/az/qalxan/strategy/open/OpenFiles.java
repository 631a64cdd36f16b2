package az.qalxan.strategy.open;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.PlanAim;
import az.qalxan.strategy.PlanBody;
import az.qalxan.web.CsvDownload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open data of the plan; both languages stand in one file. */
final class OpenFiles {

    static final String LICENCE = "CC0-1.0";

    private static final List<String> MEASURE_COLUMNS =
            List.of(
                    "code",
                    "priority",
                    "title_az",
                    "title_en",
                    "official_text",
                    "lead",
                    "executors",
                    "recommended",
                    "period_printed",
                    "from_year",
                    "until_year",
                    "open_ended",
                    "initial",
                    "initial_confirmed",
                    "interim",
                    "interim_confirmed",
                    "final",
                    "final_confirmed",
                    "overdue");
    private static final List<String> AIM_COLUMNS =
            List.of(
                    "kind",
                    "id",
                    "title_az",
                    "title_en",
                    "official_text",
                    "measures",
                    "standing_of_the_reading");

    private OpenFiles() {}

    /** An open file: what it is, for which moment, and its rows. */
    record OpenFile(
            String title,
            String licence,
            String asOf,
            int edition,
            Map<String, Words> definitions,
            List<?> rows) {}

    /** A measure for programs. */
    record MeasureRow(
            String code,
            int priority,
            Words title,
            String officialText,
            String lead,
            List<String> executors,
            List<String> recommended,
            PeriodRow period,
            Map<String, StageRow> stages,
            boolean overdue) {}

    /** A period as the plan gives it; null years are not there. */
    record PeriodRow(
            String printed,
            @Nullable Integer fromYear,
            @Nullable Integer untilYear,
            boolean openEnded) {}

    /** A stage. */
    record StageRow(String state, @Nullable String confirmedOn) {}

    /** A target or an objective for programs. */
    record AimRow(
            String kind,
            String id,
            Words title,
            String officialText,
            List<String> measures,
            String standing) {}

    static OpenFile measures(OpenPlan plan, Map<String, Words> definitions) {
        return new OpenFile(
                plan.edition().title(),
                LICENCE,
                plan.asOf().toString(),
                plan.edition().number(),
                definitions,
                plan.measures().stream().map(OpenFiles::row).toList());
    }

    static OpenFile aims(OpenPlan plan, Map<String, Words> definitions) {
        return new OpenFile(
                plan.edition().title(),
                LICENCE,
                plan.asOf().toString(),
                plan.edition().number(),
                definitions,
                plan.aims().stream().map(OpenFiles::row).toList());
    }

    private static MeasureRow row(OpenMeasure one) {
        var measure = one.measure().measure();
        Map<String, StageRow> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            LocalDate day = one.confirmed().get(stage);
            stages.put(
                    stage.code(),
                    new StageRow(one.state(stage).code(), day == null ? null : day.toString()));
        }
        return new MeasureRow(
                one.measure().code().value(),
                measure.priority(),
                one.measure().shortTitle(),
                measure.text(),
                one.measure().lead().current(),
                one.executors(),
                recommended(one),
                new PeriodRow(
                        measure.span().printed(),
                        measure.span().fromYear(),
                        measure.span().untilYear(),
                        measure.span().isOpen()),
                stages,
                one.overdue());
    }

    private static List<String> recommended(OpenMeasure one) {
        return one.measure().executors().stream()
                .filter(PlanBody::recommended)
                .map(PlanBody::current)
                .toList();
    }

    private static AimRow row(PlanAim aim) {
        return new AimRow(
                aim.kind().code(),
                aim.id(),
                aim.shortTitle(),
                aim.text(),
                aim.measures().stream().map(MeasureCode::value).toList(),
                aim.standing());
    }

    static String measuresCsv(OpenPlan plan) {
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(file, MEASURE_COLUMNS)) {
            for (OpenMeasure one : plan.measures()) {
                MeasureRow row = row(one);
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(row.code());
                cells.add(row.priority());
                cells.add(row.title().az());
                cells.add(row.title().en());
                cells.add(row.officialText());
                cells.add(row.lead());
                cells.add(String.join(" ", row.executors()));
                cells.add(String.join(" ", row.recommended()));
                cells.add(row.period().printed());
                cells.add(row.period().fromYear());
                cells.add(row.period().untilYear());
                cells.add(row.period().openEnded());
                for (StageRow stage : row.stages().values()) {
                    cells.add(stage.state());
                    cells.add(stage.confirmedOn());
                }
                cells.add(row.overdue());
                csv.row(cells);
            }
        }
        return file.toString();
    }

    static String aimsCsv(OpenPlan plan) {
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(file, AIM_COLUMNS)) {
            for (PlanAim aim : plan.aims()) {
                AimRow row = row(aim);
                csv.row(
                        List.of(
                                row.kind(),
                                row.id(),
                                row.title().az(),
                                row.title().en(),
                                row.officialText(),
                                String.join(" ", row.measures()),
                                row.standing()));
            }
        }
        return file.toString();
    }
}
