package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum NoticeAct implements AuditedAct {
    OWNER_ENTERED("notice.owner.entered", "An owner of networks was entered."),
    OWNER_VIEWED("notice.owner.viewed", "An owner with its contacts and claims was shown."),
    CHANNEL_ENTERED("notice.channel.entered", "A way to reach an owner was entered."),
    CHANNEL_CHANGED("notice.channel.changed", "A way to reach an owner was verified or ended."),
    CLAIM_ASKED("notice.claim.asked", "Somebody said that a part of the net is an owner's."),
    CLAIM_DECIDED("notice.claim.decided", "A claim was approved or refused."),
    CLAIM_ENDED("notice.claim.ended", "A claim was ended."),
    REGISTRY_READ("notice.registry.read", "A registry's file of holders was read."),
    FEED_OPENED("notice.feed.opened", "A feed was opened."),
    BATCH_TAKEN("notice.batch.taken", "A feed handed something over."),
    BATCH_READ("notice.batch.read", "What a feed had handed over was read."),
    NOTICE_MADE("notice.made", "An owner was notified."),
    NOTICE_SENT("notice.sent", "The mail server took a notice."),
    NOTICE_RETURNED("notice.returned", "A notice did not reach its receiver."),
    NOTICE_VIEWED("notice.viewed", "A notice was shown."),
    LIST_VIEWED("notice.list.viewed", "The list of notices was opened."),
    ANSWERED("notice.answered", "An owner answered a notice."),
    REMINDED("notice.reminded", "An owner was reminded of a notice."),
    ESCALATED("notice.escalated", "A notice without an answer went further up."),
    EXPORTED("notice.list.exported", "A list about notices was exported."),
    RULE_CHANGED("notice.rule.changed", "How an owner wants to be told was changed."),
    DELEGATED("notice.delegation.given", "An owner gave a part of its net to another to handle."),
    REVOKED("notice.delegation.revoked", "What an owner gave to handle was taken back."),
    HOOK_FAILED("notice.hook.failed", "A message to an owner's web hook did not arrive."),
    WORK_DONE("notice.work.done", "A person settled what the program could not.");

    private final String code;
    private final String meaning;

    NoticeAct(String code, String meaning) {
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
