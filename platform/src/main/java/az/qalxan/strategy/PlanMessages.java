package az.qalxan.strategy;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.plan.Executor;
import az.qalxan.engines.plan.Measure;
import az.qalxan.engines.plan.PlanChange;
import az.qalxan.engines.plan.PlanComparison;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.PlanFlaw;
import az.qalxan.jurisdiction.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan for programs and for the command line, as JSON. */
@Component
public class PlanMessages {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Plans plans;

    PlanMessages(Plans plans) {
        this.plans = plans;
    }

    /** The head of an edition. */
    record EditionMessage(
            int number,
            String id,
            String title,
            String language,
            @Nullable String approved,
            String recorded,
            String by,
            String sha256,
            boolean wording,
            String note) {

        static EditionMessage of(Edition one) {
            return new EditionMessage(
                    one.number(),
                    one.id().toString(),
                    one.title(),
                    one.language(),
                    one.approved() == null ? null : one.approved().toString(),
                    one.recorded().toString(),
                    one.by(),
                    one.sha256(),
                    one.wording(),
                    one.note());
        }
    }

    /** How much a plan has. */
    record Counts(
            int priorities,
            int groups,
            int measures,
            int targets,
            int objectives,
            long openEnded,
            int executorSlots,
            int recommended) {

        static Counts of(PlanFile file) {
            List<Executor> executors =
                    file.measures().stream().flatMap(one -> one.executors().stream()).toList();
            return new Counts(
                    file.priorities().size(),
                    file.groups().size(),
                    file.measures().size(),
                    file.targets().size(),
                    file.objectives().size(),
                    file.openEnded(),
                    executors.size(),
                    (int) executors.stream().filter(Executor::recommended).count());
        }
    }

    /** What is asked of a body; of a class of bodies the code is null. */
    record BodyMessage(String acronym, @Nullable String body, Words name, int lead, int executor) {}

    /** A target or objective that no measure serves. */
    record Gap(String id, Words title) {}

    /** A measure in a list. */
    record MeasureLine(String code, Words title, String role, String period, boolean openEnded) {}

    /** The state of the plan. */
    record Status(
            EditionMessage edition,
            Counts counts,
            List<BodyMessage> bodies,
            Map<String, List<Gap>> withoutMeasures,
            List<String> dropped,
            @Nullable List<MeasureLine> measures) {}

    /**
     * The state of the newest edition; empty where there is no plan.
     *
     * @param body whose measures are listed; null for nobody's
     */
    public Optional<JsonNode> status(@Nullable BodyCode body) {
        return plans.current().map(plan -> JSON.valueToTree(status(plan, body)));
    }

    private Status status(Plan plan, @Nullable BodyCode body) {
        Map<String, List<Gap>> gaps = new LinkedHashMap<>();
        gaps.put("targets", gaps(plan.targets()));
        gaps.put("objectives", gaps(plan.objectives()));
        return new Status(
                EditionMessage.of(plan.edition()),
                Counts.of(plan.file()),
                bodies(plan),
                gaps,
                plans.dropped().stream().map(one -> one.measure().code().value()).toList(),
                body == null ? null : plan.of(body).stream().map(one -> line(one, body)).toList());
    }

    private static List<Gap> gaps(List<PlanAim> aims) {
        return aims.stream()
                .filter(PlanAim::uncovered)
                .map(one -> new Gap(one.id(), one.shortTitle()))
                .toList();
    }

    private static List<BodyMessage> bodies(Plan plan) {
        return BodyShares.of(plan).stream()
                .map(one ->
                        new BodyMessage(
                                one.body().acronym(),
                                one.body().body() == null ? null : one.body().body().value(),
                                one.body().name(),
                                one.lead().size(),
                                one.executor().size()))
                .toList();
    }

    private static MeasureLine line(PlanMeasure one, BodyCode body) {
        return new MeasureLine(
                one.code().value(),
                one.shortTitle(),
                one.isLead(body) ? "lead" : "executor",
                one.measure().span().printed(),
                one.measure().span().isOpen());
    }

    /** All editions, the newest first. */
    public JsonNode editions() {
        return JSON.valueToTree(plans.editions().stream().map(EditionMessage::of).toList());
    }

    /** What changed from one edition to the other; empty when one of the two is not there. */
    public Optional<JsonNode> changes(int before, int after) {
        return edition(before)
                .flatMap(old ->
                        edition(after)
                                .map(fresh ->
                                        changes(PlanComparison.between(old.file(), fresh.file()))));
    }

    private Optional<Plan> edition(int number) {
        return plans.editions().stream()
                .filter(one -> one.number() == number)
                .findAny()
                .flatMap(one -> plans.of(one.id()));
    }

    /** A difference between two editions. */
    record ChangeMessage(
            String kind,
            String subject,
            String id,
            @Nullable String stage,
            String before,
            String after) {}

    /** Changes as JSON. */
    public static JsonNode changes(List<PlanChange> changes) {
        return JSON.valueToTree(
                changes.stream()
                        .map(one ->
                                new ChangeMessage(
                                        one.kind().code(),
                                        one.subject().code(),
                                        one.id(),
                                        one.stage() == null ? null : one.stage().code(),
                                        one.before(),
                                        one.after()))
                        .toList());
    }

    /** What became of recording a file. */
    record Outcome(
            String outcome,
            @Nullable EditionMessage edition,
            @Nullable Counts counts,
            @Nullable JsonNode changes,
            List<Flaw> flaws) {}

    /** Something wrong or remarkable in a file. */
    record Flaw(int line, int column, String path, String code, String sentence) {

        static List<Flaw> of(List<PlanFlaw> flaws) {
            List<Flaw> told = new ArrayList<>();
            flaws.forEach(one ->
                    told.add(
                            new Flaw(
                                    one.line(),
                                    one.column(),
                                    one.path(),
                                    one.code().slug(),
                                    one.sentence())));
            return told;
        }
    }

    /**
     * What became of recording a file, as JSON: {@code recorded}, {@code same} or {@code refused}.
     */
    public JsonNode outcome(Recording recording) {
        return JSON.valueToTree(
                switch (recording) {
                    case Recording.Recorded done ->
                            new Outcome(
                                    "recorded",
                                    EditionMessage.of(done.edition()),
                                    counts(done.edition()),
                                    changes(done.changes()),
                                    Flaw.of(done.warnings()));
                    case Recording.Same same ->
                            new Outcome(
                                    "same",
                                    EditionMessage.of(same.edition()),
                                    counts(same.edition()),
                                    null,
                                    List.of());
                    case Recording.Refused refused ->
                            new Outcome("refused", null, null, null, Flaw.of(refused.flaws()));
                });
    }

    private @Nullable Counts counts(Edition edition) {
        return plans.of(edition.id()).map(one -> Counts.of(one.file())).orElse(null);
    }

    /** A measure whole. */
    record MeasureMessage(
            String code,
            int priority,
            @Nullable String group,
            Words title,
            String text,
            String lead,
            List<Executor> executors,
            String period,
            @Nullable Integer from,
            @Nullable Integer until,
            Map<String, String> results,
            List<String> serves) {

        static MeasureMessage of(PlanMeasure one, List<PlanAim> served) {
            Measure measure = one.measure();
            Map<String, String> results = new LinkedHashMap<>();
            measure.results().forEach((stage, text) -> results.put(stage.code(), text));
            return new MeasureMessage(
                    one.code().value(),
                    measure.priority(),
                    measure.group(),
                    one.shortTitle(),
                    measure.text(),
                    measure.lead(),
                    measure.executors(),
                    measure.span().printed(),
                    measure.span().fromYear(),
                    measure.span().untilYear(),
                    results,
                    served.stream().map(PlanAim::id).toList());
        }
    }

    /** The newest edition, measure by measure; empty where there is no plan. */
    public Optional<JsonNode> measures() {
        return plans.current()
                .map(plan ->
                        JSON.valueToTree(
                                plan.measures().stream()
                                        .map(one ->
                                                MeasureMessage.of(one, plan.servedBy(one.code())))
                                        .toList()));
    }
}
