package az.qalxan.transmission;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum TransmissionAct implements AuditedAct {
    PEER_ENTERED("transmission.peer.entered", "Another instance was entered as a peer."),
    PEER_DECIDED("transmission.peer.decided", "A second person admitted or dropped a peer."),
    ADDRESS_ENTERED("transmission.peer.address-entered", "A new address of a peer was entered."),
    ADDRESS_DECIDED(
            "transmission.peer.address-decided",
            "A second person put a peer's new address in force or not."),
    PEER_SHUT("transmission.peer.shut", "A peer was shut out."),
    KEY_ENTERED("transmission.key.entered", "A partner's key was entered."),
    KEY_ANNOUNCED("transmission.key.announced", "A peer announced its next key."),
    KEY_DECIDED("transmission.key.decided", "A second person put a partner's key in force or not."),
    KEY_ENDED("transmission.key.ended", "A partner's key was ended before its time."),
    OWN_KEY_MADE("transmission.own-key.made", "A key of this instance was made and announced."),
    ALARM_RAISED("transmission.alarm.raised", "An alarm about a key or an identity was raised."),
    ALARM_NOTED("transmission.alarm.noted", "Somebody took note of an alarm."),
    QUEUED("transmission.message.queued", "A message to a peer was put on its way."),
    RECEIPTED("transmission.message.receipted", "A peer's receipt for a message came."),
    REFUSED("transmission.message.refused", "A peer refused a message for good."),
    SENT_AGAIN("transmission.message.sent-again", "Somebody had a message sent again at once."),
    WITHDRAWN("transmission.message.withdrawn", "A message that had not left was taken back."),
    TAKEN("transmission.message.taken", "A peer's message was taken."),
    TURNED_AWAY("transmission.message.turned-away", "A peer's message was not taken."),
    BY_HAND("transmission.delivery.recorded", "A delivery by hand was recorded."),
    PROOF("transmission.delivery.proof", "The proof of a delivery by hand was fetched."),
    VIEWED("transmission.conversation.viewed", "The log of a conversation was seen.");

    private final String code;
    private final String meaning;

    TransmissionAct(String code, String meaning) {
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
