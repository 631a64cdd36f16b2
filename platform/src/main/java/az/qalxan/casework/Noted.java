package az.qalxan.casework;

import az.qalxan.audit.AuditedAct;

/**
 * A step of a case's life, for its history and for the journal.
 *
 * @param kind last part of the message key {@code case.happening.<kind>}
 * @param author the name of the person who took it
 * @param detail what colleagues need to know of it in a few words; may be empty
 */
public record Noted(AuditedAct act, String kind, String author, String detail) {

    public static Noted by(String author, AuditedAct act, String kind) {
        return new Noted(act, kind, author, "");
    }

    public Noted with(String said) {
        return new Noted(act, kind, author, said);
    }
}
