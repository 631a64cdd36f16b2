package az.qalxan.print;

import java.util.Locale;

/**
 * A colour of our pictures. On a page its class takes the token of the same name, so that it
 * follows light and dark; on paper it is the colour that stands here.
 */
public enum Ink {
    NONE("none"),
    TEXT("#1b2126"),
    SOFT("#525e67"),
    PAPER("#ffffff"),
    GRID("#dcd9d1"),
    PETROL("#0b4f5c"),
    PETROL_SOFT("#cfe3e7"),
    NAR("#a3203a"),
    SAFFRON("#b9791a"),
    FERN("#22683f");

    private final String onPaper;

    Ink(String onPaper) {
        this.onPaper = onPaper;
    }

    String onPaper() {
        return onPaper;
    }

    /** The part of its class behind {@code fill-} or {@code line-}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
