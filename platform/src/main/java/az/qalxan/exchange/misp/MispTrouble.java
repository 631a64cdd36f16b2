package az.qalxan.exchange.misp;

/**
 * Why a round ended early, or what of it failed.
 *
 * @param words what the server said, or where its answer is wrong
 */
record MispTrouble(Kind kind, String words) {

    private static final int WORDS_MAX = 300;

    MispTrouble {
        String line = words.replaceAll("\\s+", " ");
        words = line.substring(0, Math.min(line.length(), WORDS_MAX));
    }

    /** What went wrong; message key {@code mispremote.trouble.<code>}. */
    enum Kind {
        NO_ANSWER,
        SIGN_IN,
        REFUSED,
        UNREADABLE,
        CLOSED,
        DEFECT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
