package az.qalxan.strategy;

/** A new edition of the plan was recorded; published in the transaction that records it. */
public record PlanChanged(EditionId edition) {}
