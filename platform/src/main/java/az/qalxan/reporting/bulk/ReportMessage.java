package az.qalxan.reporting.bulk;

import az.qalxan.reporting.Contact;
import az.qalxan.reporting.RawReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as a program sends it; every field but {@code category} and {@code story} may be absent.
 *
 * @param happenedAt ISO 8601 date, or date and time
 * @param reportedAt when a body took it down; ISO 8601 with a zone; now when absent
 * @param usedAgainst phones, accounts, links, handles in any notation
 * @param language az, tr, ru or en; found out from the story when absent or {@code auto}
 */
record ReportMessage(
        @Nullable String category,
        @Nullable String happenedAt,
        @Nullable String reportedAt,
        @Nullable String region,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String paidHow,
        @Nullable List<@Nullable String> usedAgainst,
        @Nullable String story,
        @Nullable String language,
        @Nullable String onBehalfOf,
        @Nullable ContactMessage contact) {

    /** How to reach the reporter. */
    record ContactMessage(@Nullable String name, @Nullable String phone, @Nullable String email) {}

    RawReport raw() {
        return new RawReport(
                category,
                happenedAt,
                reportedAt,
                region,
                amount,
                currency,
                paidHow,
                usedAgainst == null
                        ? List.of()
                        : usedAgainst.stream().map(ReportMessage::text).toList(),
                story,
                language,
                onBehalfOf,
                contact == null
                        ? Contact.NONE
                        : new Contact(
                                text(contact.name()),
                                text(contact.phone()),
                                text(contact.email())));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
