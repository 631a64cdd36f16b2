package az.qalxan.strategy.report;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report says, complete in itself: nothing of it is looked up elsewhere when it is shown, so
 * that it says in ten years what was signed. The words around it are of either language.
 *
 * @param before how the same measures stood when the last report was made
 * @param events what was said in the period, the oldest first
 * @param eventsInAll how many there were; more than are listed only where the list was cut
 */
record PlanReportContent(
        String schema,
        Head head,
        Counts now,
        Counts before,
        List<PriorityLine> priorities,
        List<EventLine> events,
        int eventsInAll,
        List<MeasureLine> measures,
        List<IndicatorLine> indicators,
        List<MeetingLine> meetings) {

    static final String SCHEMA = "qalxan-plan-report/1";
    static final String FILE_NAME = "qalxan-plan-report.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    PlanReportContent {
        priorities = List.copyOf(priorities);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
        meetings = List.copyOf(meetings);
    }

    /**
     * What the report is about.
     *
     * @param asOf the moment whose state it tells
     * @param scope null for the commission: the whole plan
     * @param since what the comparison is with
     * @param handling the narrowest marking of what it tells
     * @param currency of amounts
     */
    record Head(
            String period,
            LocalDate from,
            LocalDate until,
            boolean over,
            Instant asOf,
            @Nullable Named scope,
            EditionLine edition,
            Since since,
            Handling handling,
            String currency) {}

    /** The edition of the plan that was in force. */
    record EditionLine(
            int number,
            String title,
            String sha256,
            @Nullable LocalDate approved,
            boolean wording) {}

    /**
     * With what the report compares.
     *
     * @param report the number of the last issued report; null where the period's begin stands in
     */
    record Since(Instant moment, @Nullable Long report) {}

    /** A body as it was called on the day. */
    record Named(@Nullable String code, String acronym, Words name) {}

    /** Measures and their stages, counted. */
    record Counts(
            int measures,
            int open,
            int proposed,
            int disputed,
            int reached,
            int late,
            int silent,
            int withoutEvidence) {

        int stages() {
            return open + proposed + disputed + reached;
        }
    }

    /** A priority of the plan. */
    record PriorityLine(int number, Words title, Counts counts) {}

    /**
     * Something that a body said.
     *
     * @param times how often it did the same to the same on one day; more than 1 for evidence
     */
    record EventLine(
            Instant at,
            String kind,
            String code,
            Words title,
            @Nullable String stage,
            Named body,
            int times) {

        boolean repeats(EventLine other, ZoneId zone) {
            return kind.equals("evidence")
                    && kind.equals(other.kind)
                    && code.equals(other.code)
                    && Objects.equals(stage, other.stage)
                    && body.equals(other.body)
                    && LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(other.at, zone));
        }

        EventLine andAgain() {
            return new EventLine(at, kind, code, title, stage, body, times + 1);
        }
    }

    /** A measure. */
    record MeasureLine(
            String code,
            Words title,
            int priority,
            Named lead,
            String part,
            SpanLine span,
            Map<String, StageLine> stages,
            List<String> flags,
            @Nullable LocalDate saidOn) {

        MeasureLine {
            stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
            flags = List.copyOf(flags);
        }

        boolean is(String flag) {
            return flags.contains(flag);
        }

        StageLine stage(String code) {
            return stages.getOrDefault(code, StageLine.NONE);
        }
    }

    /** A period as the plan gives it. */
    record SpanLine(String printed, @Nullable Integer fromYear, @Nullable Integer untilYear) {}

    /** A stage of a measure. */
    record StageLine(String state, @Nullable LocalDate since, @Nullable String by, int evidence) {

        static final StageLine NONE = new StageLine("open", null, null, 0);
    }

    /**
     * An indicator.
     *
     * @param value null where it is unknown; then {@code unknown} says why
     * @param before its value in the last report's period; null where it was unknown
     * @param proposal whether it is our own proposal, which no body agreed to yet
     */
    record IndicatorLine(
            String code,
            Words name,
            String unit,
            String period,
            @Nullable BigDecimal value,
            @Nullable Words unknown,
            @Nullable LocalDate trueOn,
            boolean byHand,
            @Nullable BigDecimal before,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetOn,
            String direction,
            String trend,
            boolean reached,
            boolean proposal,
            List<String> measures) {

        IndicatorLine {
            measures = List.copyOf(measures);
        }
    }

    /** A meeting of the commission; how its tasks are is of the day on which this was composed. */
    record MeetingLine(
            long number,
            Words title,
            LocalDate heldOn,
            int decisions,
            int tasks,
            int tasksOpen,
            int tasksOverdue) {}

    String json() {
        return JSON.writeValueAsString(this);
    }

    byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    static PlanReportContent parse(String json) {
        return JSON.readValue(json, PlanReportContent.class);
    }

    /** The measures with that flag by the acronym of their lead, in the plan's order. */
    Map<String, List<MeasureLine>> byLead(String flag) {
        return flagged(flag).stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.lead().acronym(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    List<MeasureLine> flagged(String flag) {
        return measures.stream().filter(one -> one.is(flag)).toList();
    }
}
