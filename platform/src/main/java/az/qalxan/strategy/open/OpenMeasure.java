package az.qalxan.strategy.open;

import az.qalxan.engines.plan.Stage;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measure as everybody may see it.
 *
 * @param confirmed the day on which a stage was confirmed; only of those that are
 * @param searched its words in small letters, of both languages
 */
record OpenMeasure(
        PlanMeasure measure,
        Map<Stage, OpenState> states,
        Map<Stage, LocalDate> confirmed,
        boolean overdue,
        String searched) {

    private static final Locale AZ = Language.AZ.locale();

    static OpenMeasure of(PlanMeasure measure, @Nullable MeasureStanding standing, ZoneId zone) {
        Map<Stage, OpenState> states = new EnumMap<>(Stage.class);
        Map<Stage, LocalDate> confirmed = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            OpenState state =
                    standing == null
                            ? OpenState.NOT_REPORTED
                            : OpenState.of(standing.stage(stage).state());
            states.put(stage, state);
            Instant since = since(standing, stage);
            if (state == OpenState.CONFIRMED && since != null) {
                confirmed.put(stage, LocalDate.ofInstant(since, zone));
            }
        }
        return new OpenMeasure(
                measure,
                states,
                confirmed,
                standing != null && standing.is(MeasureStanding.Flag.LATE),
                searched(measure));
    }

    private static @Nullable Instant since(@Nullable MeasureStanding standing, Stage stage) {
        StageStanding at = standing == null ? null : standing.stage(stage);
        return at == null ? null : at.since();
    }

    private static String searched(PlanMeasure measure) {
        StringBuilder words = new StringBuilder(measure.code().value());
        words.append(' ').append(measure.measure().text());
        add(words, measure.shortTitle());
        for (PlanBody body : measure.bodies()) {
            words.append(' ').append(body.acronym()).append(' ').append(body.current());
            add(words, body.name());
        }
        return small(words.toString());
    }

    private static void add(StringBuilder words, Words more) {
        words.append(' ').append(more.az()).append(' ').append(more.en());
    }

    /** As Azerbaijani writes small letters, and with one dot or none the same. */
    static String small(String words) {
        return words.toLowerCase(AZ).replace('ı', 'i').replace("i̇", "i");
    }

    boolean has(List<String> words) {
        return words.stream().allMatch(searched::contains);
    }

    OpenState state(Stage stage) {
        return states.getOrDefault(stage, OpenState.NOT_REPORTED);
    }

    List<String> executors() {
        return measure.executors().stream().map(PlanBody::current).toList();
    }
}
