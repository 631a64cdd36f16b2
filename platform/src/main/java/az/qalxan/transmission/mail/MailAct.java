package az.qalxan.transmission.mail;

import az.qalxan.audit.AuditedAct;

/** The audited acts of secure e-mail. */
enum MailAct implements AuditedAct {
    QUEUED("transmission.mail.queued", "An e-mail was put on its way."),
    SENT("transmission.mail.sent", "The mail server took an e-mail."),
    GIVEN_UP("transmission.mail.given-up", "An e-mail that could not be sent was given up."),
    BOUNCED("transmission.mail.bounced", "An e-mail came back: it did not reach its receiver."),
    KEY_MADE("transmission.mail.key-made", "The next key of our secure e-mail was made."),
    CAME("transmission.mail.came", "An e-mail came and was kept."),
    UNREADABLE("transmission.mail.unreadable", "An e-mail came that cannot be read."),
    VIEWED("transmission.mail.viewed", "E-mails that went out and came in were listed."),
    ORIGINAL("transmission.mail.original", "The original of an e-mail was fetched.");

    private final String code;
    private final String meaning;

    MailAct(String code, String meaning) {
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
