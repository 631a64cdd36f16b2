package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.web.Language;
import az.qalxan.web.PageFrame;
import az.qalxan.web.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stage of a measure with everything that was said of it.
 *
 * @param measure as the plan has it, or last had it
 * @param claims those that stand first
 * @param offered figures of registers that may be given as evidence
 * @param periods the last days of quarters for which they may be given
 * @param tried what could not be taken; nothing where the page is only looked at
 */
record StagePage(
        StageFile file,
        Stage stage,
        PlanMeasure measure,
        boolean dropped,
        List<Box> claims,
        List<RegisterFigures.Offered> offered,
        List<LocalDate> periods,
        Viewpoint viewpoint,
        Tried tried) {

    /** Who looks. */
    record Viewpoint(Caller caller, BodyNames names) {

        String body() {
            return caller.body().value();
        }
    }

    /**
     * A form that was sent back.
     *
     * @param form the end of its address
     */
    record Tried(String form, Map<String, String> typed, List<Violation> wrong) {

        static final Tried NOTHING = new Tried("", Map.of(), List.of());

        Tried {
            typed = Map.copyOf(typed);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * A claim with what the reader may do about it.
     *
     * @param missing the kinds of evidence that stand between it and a confirmation
     */
    record Box(
            Claim claim,
            Optional<Criterion> criterion,
            List<Shown> evidence,
            Set<EvidenceKind> missing,
            Set<ProgressKind> may) {

        Box {
            evidence = List.copyOf(evidence);
        }

        boolean may(ProgressKind kind) {
            return may.contains(kind);
        }

        /** The lines of its history, without the evidence that stands beside them. */
        List<Entry> lines() {
            return claim.entries().stream()
                    .filter(one -> one.kind() != ProgressKind.EVIDENCE)
                    .toList();
        }
    }

    /** A piece of evidence and who gave it. */
    record Shown(Evidence evidence, Entry entry) {}

    StagePage {
        claims = List.copyOf(claims);
        offered = List.copyOf(offered);
        periods = List.copyOf(periods);
    }

    String at() {
        return "/strategy/progress/" + file.code() + "/" + stage.code();
    }

    String at(Claim claim) {
        return at() + "/claims/" + claim.id();
    }

    String title(PageFrame frame) {
        return measure.shortTitle().in(frame.lang());
    }

    String acronym(String body, Language language) {
        return viewpoint.names().acronym(new BodyCode(body), language);
    }

    boolean leads() {
        return file.parties().leads(viewpoint.body());
    }

    boolean takesPart() {
        return file.parties().has(viewpoint.body());
    }

    Optional<Criterion> criterion() {
        return file.criterion(stage);
    }

    /** Versions that no longer hold, the newest first. */
    List<Criterion> earlierCriteria() {
        List<Criterion> all = file.criteria(stage);
        return all.isEmpty() ? List.of() : all.subList(0, all.size() - 1).reversed();
    }

    /** Why the reader's body cannot propose the stage; empty when it can. */
    Optional<String> mayNotPropose() {
        return Rules.propose(
                file.parties(), viewpoint.body(), criterion().isPresent(), file.claims(stage));
    }

    String typed(String form, String field) {
        return tried.form().equals(form) ? tried.typed().getOrDefault(field, "") : "";
    }

    List<Violation> wrong(String form) {
        return tried.form().equals(form) ? tried.wrong() : List.of();
    }
}
