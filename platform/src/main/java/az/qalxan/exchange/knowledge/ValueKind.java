package az.qalxan.exchange.knowledge;

import az.qalxan.engines.detection.indicator.IndicatorKind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a value is. */
enum ValueKind {
    MD5(IndicatorKind.MD5),
    SHA1(IndicatorKind.SHA1),
    SHA256(IndicatorKind.SHA256),
    SHA512(IndicatorKind.SHA512),
    DOMAIN(IndicatorKind.DOMAIN),
    URL(IndicatorKind.URL),
    /** An address or a network. */
    IP(IndicatorKind.NETWORK),
    EMAIL(IndicatorKind.EMAIL),
    PHONE(null),
    IBAN(null),
    WALLET(null);

    private final @Nullable IndicatorKind inEvents;

    ValueKind(@Nullable IndicatorKind inEvents) {
        this.inEvents = inEvents;
    }

    /** As the database and programs have it; message key {@code knowledge.kind.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is to the detection; empty for what no log event holds. */
    Optional<IndicatorKind> inEvents() {
        return Optional.ofNullable(inEvents);
    }

    static ValueKind of(IndicatorKind kind) {
        return switch (kind) {
            case MD5 -> MD5;
            case SHA1 -> SHA1;
            case SHA256 -> SHA256;
            case SHA512 -> SHA512;
            case DOMAIN, HOST -> DOMAIN;
            case URL -> URL;
            case NETWORK -> IP;
            case EMAIL -> EMAIL;
        };
    }

    static Optional<ValueKind> ofCode(String code) {
        for (ValueKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
