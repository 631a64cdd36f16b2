package az.qalxan.cooperation.conversation;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum ConversationProblem implements Problem {
    /** The request's state or direction does not let it be sent. */
    NOT_SENDABLE("request-not-sendable", 409),
    /** The request stands with no peer. */
    NO_PEER("request-without-peer", 409),
    /** No key of the recipient allows what the marking asks for. */
    MAIL_WITHOUT_KEY("mail-without-key", 409),
    /** The letter was classified or set aside by somebody else. */
    LETTER_SETTLED("letter-settled", 409);

    private final String slug;
    private final int status;

    ConversationProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
