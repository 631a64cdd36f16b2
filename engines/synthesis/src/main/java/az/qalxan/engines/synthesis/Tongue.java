package az.qalxan.engines.synthesis;

import java.util.List;
import java.util.Locale;

/** The languages of the stories, with their percentage. */
enum Tongue {
    AZ(78),
    RU(14),
    EN(5),
    TR(3);

    private static final Weighted<Tongue> ALL = Weighted.of(List.of(values()), t -> t.percent);

    private final String code = name().toLowerCase(Locale.ROOT);
    private final int percent;

    Tongue(int percent) {
        this.percent = percent;
    }

    static Tongue pick(Dice dice) {
        return ALL.pick(dice);
    }

    String code() {
        return code;
    }

    /** Azerbaijani and Turkish have a dotted and a dotless i. */
    private boolean dottedPairs() {
        return this == AZ || this == TR;
    }

    char upper(char c) {
        if (dottedPairs() && c == 'i') {
            return 'İ';
        }
        return Character.toUpperCase(c);
    }

    char lower(char c) {
        if (dottedPairs() && c == 'I') {
            return 'ı';
        }
        return c < 0x80 && c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : Character.toLowerCase(c);
    }
}
