package az.qalxan.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was typed or sent, before any check; every intake ends here. A null says that the
 * field was not given.
 *
 * @param happenedAt ISO 8601 date, or date and time with or without a zone
 * @param reportedAt when a body took the report down, if before now; ISO 8601 with a zone
 * @param usedAgainst phones, accounts, links, handles … in any notation, one each
 * @param language az, tr, ru or en; {@code auto} or nothing to have it found out from the story
 * @param onBehalfOf the organisation in whose name it is reported
 */
public record RawReport(
        @Nullable String category,
        @Nullable String happenedAt,
        @Nullable String reportedAt,
        @Nullable String region,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String paidHow,
        List<String> usedAgainst,
        @Nullable String story,
        @Nullable String language,
        @Nullable String onBehalfOf,
        Contact contact) {

    public RawReport {
        usedAgainst = List.copyOf(usedAgainst);
    }
}
