package az.qalxan.strategy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * What a plan asks of one body.
 *
 * @param body in its part for one of the measures
 * @param lead the measures that it answers for
 * @param executor the measures that it helps to carry out
 */
record BodyShares(PlanBody body, List<PlanMeasure> lead, List<PlanMeasure> executor) {

    BodyShares {
        lead = List.copyOf(lead);
        executor = List.copyOf(executor);
    }

    /** Its code, or the acronym of what the directory does not know. */
    String key() {
        return key(body);
    }

    static String key(PlanBody body) {
        return body.body() == null ? body.acronym() : body.body().value();
    }

    /** The address of its page. */
    static String address(PlanBody body) {
        return "/strategy/bodies/" + UriUtils.encodePathSegment(key(body), StandardCharsets.UTF_8);
    }

    /** In how many measures the plan only recommends it. */
    long recommended() {
        return executor.stream()
                .flatMap(one -> one.executors().stream())
                .filter(one -> one.recommended() && one.acronym().equals(body.acronym()))
                .count();
    }

    long openEnded() {
        return Stream.concat(lead.stream(), executor.stream())
                .filter(one -> one.measure().span().isOpen())
                .count();
    }

    int all() {
        return lead.size() + executor.size();
    }

    /** The bodies of a plan, those first that answer for most. */
    static List<BodyShares> of(Plan plan) {
        Map<String, Collected> byAcronym = new LinkedHashMap<>();
        for (PlanMeasure measure : plan.measures()) {
            collected(byAcronym, measure.lead()).lead.add(measure);
            for (PlanBody executor : measure.executors()) {
                collected(byAcronym, executor).executor.add(measure);
            }
        }
        return byAcronym.values().stream()
                .map(one -> new BodyShares(one.body, one.lead, one.executor))
                .sorted(
                        Comparator.comparingInt((BodyShares one) -> one.lead().size())
                                .thenComparingInt(one -> one.executor().size())
                                .reversed())
                .toList();
    }

    private static Collected collected(Map<String, Collected> byAcronym, PlanBody body) {
        return byAcronym.computeIfAbsent(body.acronym(), acronym -> new Collected(body));
    }

    /** The share of a body while it is being counted. */
    private static final class Collected {

        final PlanBody body;
        final List<PlanMeasure> lead = new ArrayList<>();
        final List<PlanMeasure> executor = new ArrayList<>();

        Collected(PlanBody body) {
            this.body = body;
        }
    }
}
