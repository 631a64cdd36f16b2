package az.qalxan.engines.linking.series;

import az.qalxan.engines.linking.IdentifierKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What linking reads of a report.
 *
 * @param id the report's own id; ids order reports wherever an order is needed
 * @param reportedAt when it arrived
 * @param happenedAt when it happened; absent when not said, then the arrival counts
 * @param category code of the kind of cybercrime, for example {@code phone-fraud}
 * @param region code of the victim's region; empty when not said
 * @param loss what was lost; absent when nothing was or it was not said
 * @param identifiers what the report states about numbers, accounts and links
 * @param story the reporter's words; spans are offsets into it
 */
public record SeriesReport(
        UUID id,
        Instant reportedAt,
        @Nullable Instant happenedAt,
        String category,
        String region,
        @Nullable Loss loss,
        List<Stated> identifiers,
        String story) {

    /** Copies the identifiers. */
    public SeriesReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reportedAt, "reportedAt");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(story, "story");
        identifiers = List.copyOf(identifiers);
    }

    /**
     * An identifier that the report states.
     *
     * @param kind what it is
     * @param linkKey the key by which it links, as {@code Identifier.key()} or {@code
     *     KeyedIdentifier.key()} gives it; empty when it must not link
     * @param shown the form that people may see; a card is masked
     * @param start offset of its first UTF-16 unit in the story, or {@link Trait#NOT_IN_STORY}
     * @param end offset behind its last UTF-16 unit in the story, or {@link Trait#NOT_IN_STORY}
     */
    public record Stated(IdentifierKind kind, String linkKey, String shown, int start, int end) {

        /** Refuses a span that is neither whole nor absent. */
        public Stated {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(linkKey, "linkKey");
            Objects.requireNonNull(shown, "shown");
            Trait.checkSpan(start, end);
        }
    }

    /**
     * Money that was lost.
     *
     * @param amount greater than zero
     * @param currency its code, for example {@code AZN}
     * @param paidHow code of a way of paying; empty when not said
     */
    public record Loss(BigDecimal amount, String currency, String paidHow) {

        /** Refuses an amount that is not greater than zero. */
        public Loss {
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(paidHow, "paidHow");
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException(
                        "A loss is greater than zero; it was " + amount.toPlainString() + ".");
            }
        }
    }
}
