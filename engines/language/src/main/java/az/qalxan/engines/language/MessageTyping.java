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
            azerbaijani = isAzerbaijani(message.substring(0, Math.min(message.length(), CHARS)));
            known = true;
        }
        return azerbaijani;
    }

    /** Letters and words that settle it save the look at the table, which costs a stemming. */
    private static boolean isAzerbaijani(String head) {
        if (head.indexOf('ə') >= 0 || CyrillicAzerbaijani.hasOwnLetter(head)) {
            return true;
        }
        int soft = head.indexOf('ь');
        if (soft >= 0 && head.indexOf('ь', soft + 1) >= 0) {
            return false;
        }
        return !head.contains(" the ")
                && LanguageIdentifier.identify(head).language() == Language.AZ;
    }
}
