package az.qalxan.engines.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan comes from.
 *
 * @param file the document that it was taken from; empty if it does not say
 * @param approved the day on which it was approved; null if it does not say
 * @param approvedText by which act, in the document's words; empty if it does not say
 */
public record PlanSource(String file, @Nullable LocalDate approved, String approvedText) {}
