package az.qalxan.strategy.report;

import az.qalxan.access.BodyCode;
import az.qalxan.strategy.ReportPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param body null for the commission: the whole plan
 */
public record ReportKey(ReportPeriod period, @Nullable BodyCode body) {

    /** The body's code; empty for the commission. */
    String scope() {
        return body == null ? "" : body.value();
    }
}
