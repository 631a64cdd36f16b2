package az.qalxan.engines.law;

import java.util.Locale;

/** A state by its ISO 3166-1 alpha-2 code in capital letters. */
public record StateCode(String code) implements Comparable<StateCode> {

    public StateCode {
        if (!code.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "a state is two capital letters of ISO 3166-1, for example AZ, not " + code);
        }
    }

    /** Reads a code in whatever letters. */
    public static StateCode of(String code) {
        return new StateCode(code.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(StateCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
