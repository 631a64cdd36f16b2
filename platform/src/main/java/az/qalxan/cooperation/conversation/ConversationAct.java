package az.qalxan.cooperation.conversation;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum ConversationAct implements AuditedAct {
    BEGUN("cooperation.conversation.begun", "A request was given to a peer."),
    SAID("cooperation.word.said", "Something was said to a peer about a request."),
    HEARD("cooperation.word.heard", "A peer said something about a request."),
    OBJECTED("cooperation.word.objected", "A peer's word was refused back with its reason."),
    VIEWED("cooperation.conversation.viewed", "The conversation about a request was shown."),
    FILE_VIEWED("cooperation.word.file-viewed", "A file of a conversation was downloaded."),
    COMPARED("cooperation.conversation.compared", "Both ends' digests were compared."),
    PAPER_MADE("cooperation.paper.made", "A signed paper was made from a request."),
    PAPER_VIEWED("cooperation.paper.viewed", "A signed paper was downloaded."),
    PAPER_MAILED("cooperation.paper.mailed", "A signed paper was given to secure mail."),
    DELIVERED("cooperation.request.by-hand", "A delivery by hand was tied to a request."),
    LETTER_TAKEN(
            "cooperation.letter.taken", "A mail was taken in as a request or to be classified."),
    LETTERS_VIEWED("cooperation.letter.viewed", "Letters to be classified were shown."),
    LETTER_ENTERED("cooperation.letter.entered", "A letter was classified and entered."),
    LETTER_SET_ASIDE("cooperation.letter.set-aside", "A letter was set aside: it is no request.");

    private final String code;
    private final String meaning;

    ConversationAct(String code, String meaning) {
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
