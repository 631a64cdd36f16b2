package az.qalxan.strategy;

import az.qalxan.access.BodyCode;
import az.qalxan.web.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints reports on the plan; the module that composes them contributes it. */
public interface PlanReporting {

    /**
     * Which report.
     *
     * @param body null for the commission: the whole plan
     * @param draft a draft, also where a report was issued
     */
    record Asked(ReportPeriod period, @Nullable BodyCode body, Language language, boolean draft) {}

    /**
     * A report as PDF.
     *
     * @param number of the issued one; 0 for a draft
     */
    record Printed(byte[] pdf, long number) {}

    /** The report; empty where there is no plan or it asks nothing of that body. */
    Optional<Printed> print(Asked asked);
}
