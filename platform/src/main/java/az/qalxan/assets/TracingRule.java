package az.qalxan.assets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By which rule it is told whose money left a holding where several people's lie together. */
public enum TracingRule {
    /** What came first leaves first. */
    FIRST_IN_FIRST_OUT,
    /** Each payment takes of everybody's money in proportion to what of it is there. */
    PROPORTIONAL;

    /** The name in addresses and the interface; message key {@code assets.rule.<code>}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of that code; first in, first out for any other text. */
    public static TracingRule of(String code) {
        return code.equals(PROPORTIONAL.code()) ? PROPORTIONAL : FIRST_IN_FIRST_OUT;
    }
}
