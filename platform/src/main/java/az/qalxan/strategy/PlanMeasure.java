package az.qalxan.strategy;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.plan.Measure;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.jurisdiction.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A measure of the plan with our own short title and its bodies as they are called on the day.
 *
 * @param shortTitle of our own wording; where we have none, the beginning of the official text
 * @param executors in the plan's order, without the lead
 */
public record PlanMeasure(
        Measure measure, Words shortTitle, PlanBody lead, List<PlanBody> executors) {

    public PlanMeasure {
        executors = List.copyOf(executors);
    }

    public MeasureCode code() {
        return measure.code();
    }

    /** The lead and then the executors. */
    public List<PlanBody> bodies() {
        return Stream.concat(Stream.of(lead), executors.stream()).toList();
    }

    /** Everything that a search looks through. */
    String words() {
        StringBuilder words = new StringBuilder(measure.code().value());
        words.append('\n').append(shortTitle.az()).append('\n').append(shortTitle.en());
        words.append('\n').append(measure.text());
        measure.results().values().forEach(one -> words.append('\n').append(one));
        for (PlanBody one : bodies()) {
            words.append('\n').append(one.acronym()).append(' ').append(one.current());
            words.append(' ').append(one.name().az()).append(' ').append(one.name().en());
        }
        return words.toString();
    }

    public boolean isLead(BodyCode body) {
        return body.equals(lead.body());
    }

    public boolean isExecutor(BodyCode body) {
        return executors.stream().anyMatch(one -> body.equals(one.body()));
    }
}
