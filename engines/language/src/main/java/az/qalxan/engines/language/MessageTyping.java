package az.qalxan.engines.language;

/** How the message is typed whose words become keys; found out when a word first asks. */
final class MessageTyping {

    /** Of a query nothing is known: every reading counts. */
    static final MessageTyping ANY = new MessageTyping("", true);

    private final String message;
    private boolean known;
    private boolean azerbaijani;

    MessageTyping(String message) {
        this(message, false);
    }

    private MessageTyping(String message, boolean any) {
        this.message = message;
        this.known = any;
        this.azerbaijani = any;
    }

    /** Whether its words may be Azerbaijani ones in borrowed letters. */
    boolean mayBeAzerbaijani() {
        if (!known) {
            azerbaijani = LanguageIdentifier.identify(message).language() == Language.AZ;
            known = true;
        }
        return azerbaijani;
    }
}
