package az.qalxan.reporting;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum ReportingAct implements AuditedAct {
    RECEIVED("reporting.report.received", "A report was stored."),
    VIEWED("reporting.report.viewed", "A report's contents were shown to an official."),
    VIEWED_BY_REPORTER("reporting.report.viewed-by-reporter", "A reporter saw the own report."),
    SEARCHED("reporting.report.searched", "Reports were searched by identifier or by words."),
    ACCEPTED("reporting.report.accepted", "A report was taken into a case."),
    REDIRECTED("reporting.report.redirected", "A report was sent to another body."),
    RELEASED_BY_CASE("reporting.report.released", "A report was let go from its case."),
    SECLUDED("reporting.report.secluded", "A report's circle of readers changed with its case."),
    HANDED_OVER("reporting.report.handed-over", "A report went to another body with its case."),
    CLOSED("reporting.report.closed", "A report was closed with a legal reason."),
    WITHDRAWN("reporting.report.withdrawn", "A reporter took the report back."),
    ANSWERED("reporting.message.answered", "A body wrote to the reporter."),
    ADDED("reporting.message.added", "A reporter added facts."),
    ATTACHED("reporting.attachment.received", "A file was attached to a report."),
    RELEASED("reporting.attachment.released", "An official took a file out of quarantine."),
    DOWNLOADED("reporting.attachment.downloaded", "An attached file was handed to an official."),
    SHARED("reporting.report.shared", "A body let another one read a report."),
    SHARE_ENDED("reporting.report.share-ended", "Another body's reading of a report was ended."),
    IMPORTED("reporting.import.finished", "A file of reports was imported.");

    private final String code;
    private final String meaning;

    ReportingAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
