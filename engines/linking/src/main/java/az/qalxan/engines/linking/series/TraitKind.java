package az.qalxan.engines.linking.series;

import az.qalxan.engines.linking.IdentifierKind;
import java.util.Locale;

/** What a trait says about a report. */
public enum TraitKind {
    PHONE(true),
    IBAN(true),
    CARD(true),
    WALLET(true),
    /** A registrable domain, also the one behind a link. */
    DOMAIN(true),
    /** A link with its path. */
    URL(true),
    EMAIL(true),
    IP(true),
    HANDLE(true),
    /** The domain behind an e-mail address. */
    MAIL_HOST(true),
    /** A name's pattern: what is left of a domain or handle without its digits and ending. */
    LOOKALIKE(false),
    /** The name by which the offender called themselves, in a time window. */
    ALIAS(false),
    /** A piece of the story's signature. */
    STORY(false);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final boolean strong;

    TraitKind(boolean strong) {
        this.strong = strong;
    }

    /** Lower-case name for tables and messages, for example {@code mail-host}. */
    public String code() {
        return code;
    }

    /**
     * Whether two reports that share such a trait are linked by it alone, unless it is a hub. Other
     * traits only propose a comparison.
     */
    public boolean strong() {
        return strong;
    }

    static TraitKind of(IdentifierKind kind) {
        return switch (kind) {
            case PHONE -> PHONE;
            case IBAN -> IBAN;
            case CARD -> CARD;
            case WALLET -> WALLET;
            case DOMAIN -> DOMAIN;
            case URL -> URL;
            case EMAIL -> EMAIL;
            case IP -> IP;
            case HANDLE -> HANDLE;
        };
    }
}
