package az.qalxan.exchange.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a round ended early.
 *
 * @param words what the server said, or where its answer is wrong
 * @param pause how long the server asks us to wait; null when it does not say
 */
record Trouble(Kind kind, String words, @Nullable Duration pause) {

    private static final int WORDS_MAX = 300;

    Trouble {
        words = words.substring(0, Math.min(words.length(), WORDS_MAX));
    }

    /** What went wrong; message key {@code remote.trouble.<code>}. */
    enum Kind {
        NO_ANSWER,
        SIGN_IN,
        NOT_FOUND,
        BUSY,
        SERVER,
        REFUSED,
        UNREADABLE,
        TOO_LARGE,
        NO_MOMENTS,
        STUCK,
        LONG,
        CLOSED,
        RECEIPT,
        DEFECT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Trouble of(Kind kind, String words) {
        return new Trouble(kind, words, null);
    }
}
