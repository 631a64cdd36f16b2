package az.qalxan.reporting;

/** Says, in the transaction that stores them, that a report got further identifiers. */
public record IdentifiersAdded(ReportId report) {}
