package az.qalxan.directory.contact;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum ContactAct implements AuditedAct {
    LOADED("contact.pack.loaded", "Points of contact of states were taken over from the packs."),
    ADDED("contact.added", "A state's point of contact was added."),
    CHANGED("contact.changed", "A state's point of contact was changed; the old version stays."),
    ENDED("contact.ended", "A state's point of contact was ended."),
    CHECKED("contact.checked", "Somebody tried a state's point of contact and said how it went."),
    VIEWED("contact.viewed", "A state's point of contact was shown."),
    EXPORTED("contact.exported", "The points of contact were exported.");

    private final String code;
    private final String meaning;

    ContactAct(String code, String meaning) {
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
