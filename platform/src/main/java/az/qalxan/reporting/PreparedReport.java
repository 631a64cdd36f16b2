package az.qalxan.reporting;

import java.time.Instant;

/** A checked report with everything that its rows need; nothing of it is stored yet. */
record PreparedReport(
        Receipt receipt,
        byte[] secretDigest,
        String body,
        int handling,
        Instant recordedAt,
        NewReport report,
        ReportReading.Found found) {

    ReportFact fact() {
        return new ReportFact(
                receipt.id(),
                report.reportedAt(),
                report.category(),
                report.region(),
                report.channel(),
                body,
                report.loss());
    }
}
