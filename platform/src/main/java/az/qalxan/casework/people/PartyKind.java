package az.qalxan.casework.people;

import java.util.Locale;
import java.util.Optional;

/** What a party is. */
enum PartyKind {
    PERSON,
    ORGANISATION;

    /** The name in the database and in the pack; message key {@code party.kind.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PartyKind> of(String code) {
        for (PartyKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
