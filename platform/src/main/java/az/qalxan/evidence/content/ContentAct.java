package az.qalxan.evidence.content;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum ContentAct implements AuditedAct {
    READ("evidence.content.read", "It was read what an exhibit contains."),
    ASKED("evidence.content.asked", "It was asked that an exhibit be read anew."),
    VIEWED("evidence.content.viewed", "What an exhibit contains was shown."),
    SEARCHED("evidence.content.searched", "The contents of a case's exhibits were searched."),
    TIMELINE("evidence.timeline.viewed", "The timeline of a case's exhibits was shown."),
    EXPORTED("evidence.timeline.exported", "The timeline of a case's exhibits was exported."),
    TAKEN("evidence.identifier.taken", "An identifier in an exhibit was taken over into the case."),
    LEFT("evidence.identifier.left", "An identifier in an exhibit was left aside.");

    private final String code;
    private final String meaning;

    ContentAct(String code, String meaning) {
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
