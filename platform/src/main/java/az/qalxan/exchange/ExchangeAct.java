package az.qalxan.exchange;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum ExchangeAct implements AuditedAct {
    COLLECTION_OPENED("exchange.collection.opened", "A collection was opened."),
    COLLECTION_CHANGED("exchange.collection.changed", "A collection was changed."),
    COLLECTION_CLOSED("exchange.collection.closed", "A collection was closed."),
    COLLECTION_VIEWED("exchange.collection.viewed", "The objects of a collection were shown."),
    PERMITTED("exchange.permit.given", "A body was let read or write a collection."),
    WITHDRAWN("exchange.permit.withdrawn", "A body's permit for a collection was withdrawn."),
    OBJECTS_TAKEN("exchange.objects.taken", "An envelope of objects was taken."),
    OBJECTS_DELIVERED("exchange.objects.delivered", "Objects of a collection were handed out."),
    OBJECT_VIEWED("exchange.object.viewed", "An object was shown."),
    OBJECT_REMOVED("exchange.object.removed", "An object was removed from a collection."),
    RECEIPTS_EXPORTED("exchange.receipts.exported", "Who received what was exported."),
    RECEIPTS_TAKEN("exchange.receipts.taken", "A receiver said what it keeps of what went out."),
    OBJECT_REDACTED(
            "exchange.object.redacted",
            "A copy of an object for a wider audience was made, without what is narrower."),
    COPY_KEPT("exchange.copy.kept", "A copy was found right although its original was corrected."),
    COPY_REVOKED("exchange.copy.revoked", "The revocation of a copy was asked for."),
    NARROWING_SEEN(
            "exchange.narrowing.seen", "Somebody looked at who has what may no longer be shown."),
    QUARANTINE_SEEN("exchange.quarantine.seen", "Somebody looked at a refused object."),
    SPEAKER_CLAIMED("exchange.speaker.claimed", "A body said under which identity it speaks."),
    SPEAKER_CONFIRMED("exchange.speaker.confirmed", "A second person confirmed an identity."),
    SPEAKER_GIVEN_UP("exchange.speaker.given-up", "A body gave an identity up.");

    private final String code;
    private final String meaning;

    ExchangeAct(String code, String meaning) {
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
