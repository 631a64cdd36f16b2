package az.qalxan.engines.synthesis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invented report of a cybercrime together with the truth about it.
 *
 * @param number 1 for the first report of the country, in the order of arrival; second reports of
 *     the same victim are numbered behind all others
 * @param happenedAt when it happened, to the second
 * @param reportedAt when it was reported, after it happened
 * @param category code of the kind of cybercrime, for example {@code phone-fraud}
 * @param region code of the victim's economic region, for example {@code baku}
 * @param channel web, api, bulk, phone or asan
 * @param language az, ru, en or tr
 * @param story what the reporter wrote, {@value #STORY_CHARS_MIN} to {@value #STORY_CHARS_MAX}
 *     UTF-16 units
 * @param onBehalf whether somebody reports for another person or for an organisation
 * @param loss what was lost; absent when nothing was
 * @param identifiers what the report states about numbers, accounts and links
 * @param truth what a linking engine must find out and must not be told
 */
public record SyntheticReport(
        long number,
        Instant happenedAt,
        Instant reportedAt,
        String category,
        String region,
        String channel,
        String language,
        String story,
        boolean onBehalf,
        @Nullable Loss loss,
        List<PlantedIdentifier> identifiers,
        Truth truth) {

    static final int STORY_CHARS_MIN = 150;
    static final int STORY_CHARS_MAX = 700;

    /** Refuses a report that arrives before it happened and spans outside the story. */
    public SyntheticReport {
        Objects.requireNonNull(truth, "truth");
        identifiers = List.copyOf(identifiers);
        if (number < 1 || reportedAt.isBefore(happenedAt)) {
            throw new IllegalArgumentException(
                    "Report %d is numbered from 1 and follows what happened: %s, %s."
                            .formatted(number, happenedAt, reportedAt));
        }
        for (PlantedIdentifier identifier : identifiers) {
            if (identifier.end() > story.length()) {
                throw new IllegalArgumentException(
                        "An identifier ends at %d, behind the story of %d units."
                                .formatted(identifier.end(), story.length()));
            }
        }
    }

    /** Name of the planted series that the report belongs to; absent for a single report. */
    public @Nullable String series() {
        return truth.series();
    }

    /**
     * Money that was lost.
     *
     * @param amount greater than zero, two decimals
     * @param currency AZN, USD, EUR or USDT
     * @param paidHow card, bank-transfer, e-wallet, terminal, cash or crypto
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

    /** The part that a report plays in the planted series. */
    public enum Role {
        /** Belongs to no series. */
        SINGLE,
        /** One of the victims of a ring. */
        MEMBER,
        /** A victim of a ring who also states an identifier of another ring. */
        BRIDGE
    }

    /**
     * The ground truth of a report.
     *
     * @param series name of the planted series, for example {@code S000042}, or {@code R00000042}
     *     for a victim of nobody else who reports twice; absent for none
     * @param role the part in the series
     * @param bridgesTo name of the other series for the role BRIDGE; absent otherwise
     * @param typing how the text was typed: clean, ascii, digraph or cyrillic
     */
    public record Truth(
            @Nullable String series, Role role, @Nullable String bridgesTo, String typing) {

        /** Refuses a role that does not fit the series. */
        public Truth {
            Objects.requireNonNull(typing, "typing");
            if ((series == null) != (role == Role.SINGLE)
                    || (bridgesTo == null) != (role != Role.BRIDGE)) {
                throw new IllegalArgumentException(
                        "Role %s does not fit series %s and bridge %s."
                                .formatted(role, series, bridgesTo));
            }
        }
    }
}
