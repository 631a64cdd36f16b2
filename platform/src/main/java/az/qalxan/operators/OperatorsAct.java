package az.qalxan.operators;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum OperatorsAct implements AuditedAct {
    REGISTER_VIEWED("operators.register.viewed", "The register of operators was shown."),
    PROVIDER_ENTERED("operators.provider.entered", "An operator was entered in the register."),
    PROVIDER_CHANGED("operators.provider.changed", "An operator's entry was changed."),
    PROVIDER_ENDED("operators.provider.ended", "An operator left the register."),
    CONTACT_ENTERED("operators.contact.entered", "A responsible person was entered."),
    CONTACT_VERIFIED(
            "operators.contact.verified", "A responsible person was reached and verified."),
    CONTACT_ENDED("operators.contact.ended", "A responsible person left the register."),
    LIST_VIEWED("operators.order.listed", "The orders of a body or of an operator were listed."),
    VIEWED("operators.order.viewed", "An order to an operator was shown."),
    DRAFTED("operators.order.drafted", "An order to an operator was drafted."),
    ATTACHED("operators.order.attached", "An order was attached to a case."),
    APPROVE("operators.order.approved", "An order was approved."),
    CONFIRM("operators.order.confirmed", "An order that went out as an emergency was confirmed."),
    REJECT("operators.order.rejected", "An order was not approved."),
    CANCEL("operators.order.cancelled", "An order was taken back."),
    REPLY("operators.order.replied", "An operator's question was answered."),
    ACKNOWLEDGE("operators.order.acknowledged", "An operator took note of an order."),
    ASK("operators.order.asked", "An operator asked about an order."),
    DISCLOSE("operators.order.disclosed", "An operator handed over what an order asks for."),
    UNAVAILABLE("operators.order.unavailable", "An operator has nothing to hand over."),
    FAULT("operators.order.fault", "An operator could not process an order."),
    UNCLEAR("operators.order.unclear", "An operator cannot act on an order as it is written."),
    FILE_GIVEN("operators.file.given", "An operator uploaded a file."),
    FILE_OPENED("operators.file.opened", "A file of an order was handed out."),
    EXPORTED("operators.order.exported", "An order was exported as an ETSI message."),
    MESSAGE_TAKEN("operators.message.taken", "An ETSI message was taken in."),
    TIMES_VIEWED("operators.times.viewed", "The answer times of operators were shown or exported.");

    private final String code;
    private final String meaning;

    OperatorsAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    static OperatorsAct of(OrderStep step) {
        return switch (step) {
            case OrderStep.Approve ignored -> APPROVE;
            case OrderStep.Confirm ignored -> CONFIRM;
            case OrderStep.Reject ignored -> REJECT;
            case OrderStep.Cancel ignored -> CANCEL;
            case OrderStep.Reply ignored -> REPLY;
            case OrderStep.Acknowledge ignored -> ACKNOWLEDGE;
            case OrderStep.Ask ignored -> ASK;
            case OrderStep.Disclose ignored -> DISCLOSE;
            case OrderStep.Unavailable ignored -> UNAVAILABLE;
            case OrderStep.Fault ignored -> FAULT;
            case OrderStep.Unclear ignored -> UNCLEAR;
        };
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
