package az.qalxan.evidence.erasure;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum ErasureAct implements AuditedAct {
    VIEWED("evidence.erasure.viewed", "The page about destroying a case's keys was shown."),
    PROPOSED("evidence.erasure.proposed", "Somebody proposed to destroy the keys of a case."),
    DECIDED("evidence.erasure.decided", "A second person decided to destroy the keys of a case."),
    REFUSED("evidence.erasure.refused", "A second person refused to destroy the keys of a case."),
    WITHDRAWN("evidence.erasure.withdrawn", "A proposal to destroy keys was withdrawn."),
    DONE("evidence.erasure.done", "The keys of a case were destroyed."),
    ERASED("evidence.bytes.erased", "The key of an exhibit's bytes was destroyed.");

    private final String code;
    private final String meaning;

    ErasureAct(String code, String meaning) {
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
