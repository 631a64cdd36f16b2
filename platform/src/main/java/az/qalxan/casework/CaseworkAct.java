package az.qalxan.casework;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum CaseworkAct implements AuditedAct {
    OPENED("casework.case.opened", "A case was opened."),
    VIEWED("casework.case.viewed", "A case was shown."),
    REPORTS_ADDED("casework.case.reports-added", "Reports were taken into a case."),
    SUSPENDED("casework.case.suspended", "A case was suspended."),
    RESUMED("casework.case.resumed", "Work on a case went on."),
    CLOSED("casework.case.closed", "A case was closed."),
    REPORT_DETACHED("casework.case.report-detached", "A report was taken out of a case."),
    SERIES_NAMED("casework.case.series-named", "A case was tied to a series, or no longer is."),
    RESTRICTED(
            "casework.case.restricted", "A case was restricted to named people, or opened again."),
    NOTED("casework.note.written", "A note was written."),
    TASK_SET("casework.task.set", "A task was set."),
    TASK_ENDED("casework.task.ended", "A task was done or cancelled."),
    LISTED("casework.case.listed", "A program read the list of cases."),
    EXPORTED("casework.case.exported", "A case's reports were exported.");

    private final String code;
    private final String meaning;

    CaseworkAct(String code, String meaning) {
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
