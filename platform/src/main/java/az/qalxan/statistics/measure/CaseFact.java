package az.qalxan.statistics.measure;

import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a case from a moment on, and since when it is known. Of facts with the same case,
 * kind and key, the one with the latest {@code holdsFrom} stands.
 *
 * @param caseNumber the case; null when it is told of a report only
 * @param report the report that it is about; null for none
 * @param key what of that kind it is about, for example the article
 * @param value what holds from then on
 * @param sum the money that it tells of; null for none
 */
record CaseFact(
        @Nullable String caseNumber,
        @Nullable ReportId report,
        Kind kind,
        String key,
        String value,
        @Nullable Sum sum,
        Instant holdsFrom,
        Instant recordedAt) {

    CaseFact {
        if (caseNumber == null && report == null) {
            throw new IllegalArgumentException("a fact is about a case or a report");
        }
    }

    /** Money of one currency. */
    record Sum(BigDecimal amount, String currency) {}

    /** What a fact tells; its key and value are said here. */
    enum Kind {
        /** That the case was opened. */
        OPENED,
        /** Which body has it. */
        BODY,
        /** {@code open}, or {@code suspended:} or {@code closed:} with the outcome's code. */
        STATE,
        /** By article: {@code standing} or {@code gone}. */
        ARTICLE,
        /** By status and party: {@code person}, {@code organisation} or {@code gone}. */
        PARTY,
        /** By report: {@code held} or {@code left}. */
        REPORT,
        /** Whether the offence crosses a border: {@code yes}, {@code no} or {@code unknown}. */
        BORDER,
        /** By freeze: what is held. */
        FROZEN,
        /** By share: what was paid back. */
        RETURNED;

        /** The name in the database; last part of the message key {@code measure.fact.<code>}. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** A fact about a case. */
    static CaseFact of(String caseNumber, Kind kind, String key, String value) {
        return new CaseFact(caseNumber, null, kind, key, value, null, Instant.EPOCH, Instant.EPOCH);
    }

    CaseFact about(@Nullable ReportId other) {
        return new CaseFact(caseNumber, other, kind, key, value, sum, holdsFrom, recordedAt);
    }

    /** The same, holding from one moment on and known since another. */
    CaseFact since(Instant from, Instant known) {
        return new CaseFact(caseNumber, report, kind, key, value, sum, from, known);
    }
}
