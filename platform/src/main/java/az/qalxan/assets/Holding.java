package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;

/**
 * A place where money lies or lay. It is no record of its own: it exists as far as transfers and
 * freezes name it, so that nobody learns of one by its mere existence.
 *
 * @param key equal for the same holding; of a card a keyed digest
 * @param value as people may see it; a card shows its first six and last four digits
 */
@JsonIncludeProperties({"kind", "value"})
public record Holding(HoldingKind kind, String key, String value) {

    /** Characters of a key and of a value. */
    static final int CHARS_MAX = 200;

    public Holding {
        if (key.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("a holding has a key and a value");
        }
        if (key.length() > CHARS_MAX || value.length() > CHARS_MAX) {
            throw new IllegalArgumentException("a holding's key and value are short");
        }
    }

    /** The person who reported: the money's first place. */
    static Holding victim(ReportId report, String reference) {
        return new Holding(HoldingKind.VICTIM, victimKey(report), reference);
    }

    static String victimKey(ReportId report) {
        return "victim:" + report;
    }

    public boolean isVictim() {
        return kind == HoldingKind.VICTIM;
    }

    /** Whether money that came here can be followed on by its next transfer. */
    boolean leadsOn() {
        return switch (kind) {
            case ACCOUNT, CARD, WALLET, E_WALLET -> true;
            case VICTIM, CASH_DESK -> false;
        };
    }

    /**
     * What tells which organisation keeps it: country and bank of an IBAN (ISO 13616), issuer of a
     * card (ISO/IEC 7812); the table of freezes works it out alike.
     */
    String keeperMark() {
        return switch (kind) {
            case ACCOUNT -> value.length() < 8 ? value : value.substring(0, 2) + bank();
            case CARD -> value.substring(0, Math.min(6, value.length()));
            case VICTIM, WALLET, E_WALLET, CASH_DESK -> value;
        };
    }

    private String bank() {
        return value.substring(4, 8);
    }
}
