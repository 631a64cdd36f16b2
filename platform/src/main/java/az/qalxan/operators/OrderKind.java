package az.qalxan.operators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an order asks for. */
enum OrderKind {
    SUBSCRIBER,
    TRAFFIC,
    CONTENT,
    PRESERVATION;

    /** The name in packs, rows and messages; message key {@code operators.kind.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OrderKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
