package az.qalxan.reporting;

import java.time.Instant;
import java.util.UUID;

/** Says, in the transaction that shows it, that another body read a report by consent. */
public record SharedReportRead(ReportId report, UUID consent, Instant at) {}
