package az.qalxan.reporting;

/** What a reporter gets at once: the number to quote and the secret to keep. */
public record Receipt(ReportId id, ReportReference reference, ReportSecret secret) {}
