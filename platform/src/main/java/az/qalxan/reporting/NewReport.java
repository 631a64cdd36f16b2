package az.qalxan.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report that passed every check and is not stored yet; made by {@link ReportCheck}.
 *
 * @param category a code of the country pack
 * @param happenedAt null when the reporter did not say
 * @param reportedAt when it was told; not after now
 * @param region a code of the country pack; empty when not said
 * @param language az, tr, ru or en
 * @param loss null when nothing was lost
 * @param onBehalfOf empty when a person reports for themselves
 */
public record NewReport(
        String category,
        @Nullable Instant happenedAt,
        Instant reportedAt,
        String region,
        Channel channel,
        String language,
        String story,
        @Nullable Loss loss,
        List<String> usedAgainst,
        String onBehalfOf,
        Contact contact) {

    public NewReport {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(story, "story");
        usedAgainst = List.copyOf(usedAgainst);
    }
}
