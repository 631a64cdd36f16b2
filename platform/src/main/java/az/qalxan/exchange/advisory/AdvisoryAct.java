package az.qalxan.exchange.advisory;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum AdvisoryAct implements AuditedAct {
    WRITTEN("advisory.written", "An advisory was drafted."),
    CHANGED("advisory.changed", "The draft of an advisory was changed."),
    ASKED("advisory.asked", "The approval of an advisory was asked for."),
    APPROVED("advisory.approved", "Somebody approved an advisory."),
    SENT_BACK("advisory.sent-back", "Somebody sent an advisory back to its writer."),
    WITHDRAWN("advisory.withdrawn", "An advisory was withdrawn before it went out."),
    RELEASED("advisory.released", "An edition of an advisory went out."),
    REOPENED("advisory.reopened", "A new edition of an advisory was begun."),
    IMPORTED("advisory.imported", "An advisory of another provider was taken in."),
    VIEWED("advisory.viewed", "An advisory was shown."),
    LIST_VIEWED("advisory.list.viewed", "The list of advisories was opened."),
    EXPORTED("advisory.exported", "An advisory left as a file."),
    PRODUCT_ENTERED("advisory.product.entered", "A body registered a product that it has."),
    PRODUCT_ENDED("advisory.product.ended", "A body no longer has a product."),
    FOUND("advisory.found", "An advisory speaks of a product that a body has."),
    DONE("advisory.done", "A body dealt with an advisory about its product.");

    private final String code;
    private final String meaning;

    AdvisoryAct(String code, String meaning) {
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
