package az.qalxan.evidence.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom an export is. */
enum Purpose {
    COURT,
    /** Mutual legal assistance: an authority of another state. */
    ASSISTANCE;

    /** The name in the database; message key {@code dossier.purpose.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
