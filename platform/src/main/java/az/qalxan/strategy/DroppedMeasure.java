package az.qalxan.strategy;

/**
 * A measure that an edition dropped.
 *
 * @param measure as it last stood
 * @param lastIn the last edition that had it
 */
public record DroppedMeasure(PlanMeasure measure, Edition lastIn) {}
