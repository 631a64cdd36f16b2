package az.qalxan.engines.detection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a field of an event holds. */
public sealed interface EventValue {

    EventValue NOTHING = new Nothing();

    record Text(String text) implements EventValue {}

    /**
     * A number.
     *
     * @param written as the event writes it
     */
    record Number(String written, BigDecimal value) implements EventValue {}

    record Truth(boolean value) implements EventValue {}

    /** The field is there and holds null. */
    record Nothing() implements EventValue {}

    /** The value as text; what a text of a rule is compared with. */
    default String shown() {
        return switch (this) {
            case Text text -> text.text();
            case Number number -> number.written();
            case Truth truth -> truth.value() ? "true" : "false";
            case Nothing _ -> "";
        };
    }

    /** The number that it is or that its text is; null where it is none. */
    default @Nullable BigDecimal number() {
        return switch (this) {
            case Number number -> number.value();
            case Text text -> Numbers.parse(text.text());
            case Truth _, Nothing _ -> null;
        };
    }

    /** The value that JSON's bytes are. */
    static EventValue of(ValueKind kind, byte[] bytes, int from, int until) {
        return switch (kind) {
            case TRUE -> new Truth(true);
            case FALSE -> new Truth(false);
            case NOTHING -> NOTHING;
            case TEXT -> new Text(JsonText.decode(bytes, from, until));
            case NUMBER -> {
                String written = new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
                BigDecimal number = Numbers.parse(written);
                yield number == null ? new Text(written) : new Number(written, number);
            }
        };
    }
}
