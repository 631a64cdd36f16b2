package az.qalxan.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about lost money: no story, no name.
 *
 * @param body the code of the body that has it
 * @param handling rank of its marking
 * @param compartment whose members alone see it; null when it stands in none
 * @param caseNumber the case that took it; null while none has
 * @param happenedAt null when the reporter did not say
 * @param loss null when nothing was lost
 */
public record ReportedLoss(
        ReportId id,
        ReportReference reference,
        String body,
        int handling,
        @Nullable UUID compartment,
        @Nullable String caseNumber,
        @Nullable Instant happenedAt,
        Instant reportedAt,
        @Nullable Loss loss,
        List<FoundIdentifier> identifiers) {

    public ReportedLoss {
        identifiers = List.copyOf(identifiers);
    }

    /** When the money went, as far as the report says. */
    public Instant lostAt() {
        return happenedAt == null ? reportedAt : happenedAt;
    }
}
