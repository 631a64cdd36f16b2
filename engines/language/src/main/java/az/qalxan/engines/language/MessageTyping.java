package az.qalxan.engines.language;

/** How the message is typed whose words become keys; found out when a word first asks. */
final class MessageTyping {

    /** Of a query nothing is known: every reading counts. */
    static final MessageTyping ANY = new MessageTyping("", true);

    /** So much of a message shows how it is typed. */
    private static final int CHARS = 150;

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
            String head = message.substring(0, Math.min(message.length(), CHARS));
            azerbaijani =
                    !isPlainlyRussian(head)
                            && LanguageIdentifier.identify(head).language() == Language.AZ;
            known = true;
        }
        return azerbaijani;
    }

    /** Azerbaijani has no soft sign, and few Russian messages do without; this saves most. */
    private static boolean isPlainlyRussian(String head) {
        int first = head.indexOf('ь');
        return first >= 0 && head.indexOf('ь', first + 1) >= 0;
    }
}
