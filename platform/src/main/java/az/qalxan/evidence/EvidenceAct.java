package az.qalxan.evidence;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum EvidenceAct implements AuditedAct {
    LISTED("evidence.exhibit.listed", "The exhibits of a case or a body were listed."),
    VIEWED("evidence.exhibit.viewed", "An exhibit and its chain of custody were shown."),
    REGISTERED("evidence.exhibit.registered", "An exhibit was registered."),
    COPIED("evidence.exhibit.copied", "A copy was made of an exhibit."),
    STORED("evidence.exhibit.stored", "All bytes of an exhibit were stored."),
    OPENED("evidence.exhibit.opened", "The bytes of an exhibit were read."),
    ACQUIRED("evidence.exhibit.acquired", "It was noted how an exhibit's bytes were taken."),
    SEAL_SEEN("evidence.seal.seen", "It was noted how a seal was found."),
    MOVED("evidence.exhibit.moved", "The place where an exhibit lies was changed."),
    ADMITTED("evidence.exhibit.admitted", "A decision made an exhibit evidence."),
    EXCLUDED("evidence.exhibit.excluded", "A decision said that an exhibit is no evidence.");

    private final String code;
    private final String meaning;

    EvidenceAct(String code, String meaning) {
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
