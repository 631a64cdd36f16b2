package az.qalxan.evidence.custody;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the giver types.
 *
 * @param to {@code account:<id>} of a colleague or {@code body:<code>}
 * @param seals {@code intact} or {@code not-intact}
 * @param code of the authenticator app, or the password
 */
record TransferForm(
        @Nullable String caseNumber,
        @Nullable List<UUID> exhibit,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String basis,
        @Nullable String condition,
        @Nullable String place,
        @Nullable String seals,
        @Nullable String code) {

    List<UUID> exhibits() {
        return exhibit == null ? List.of() : exhibit.stream().distinct().toList();
    }
}
