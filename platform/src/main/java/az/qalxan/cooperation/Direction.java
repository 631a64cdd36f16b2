package az.qalxan.cooperation;

import java.util.Locale;

/** Whether a request came from another state or goes to one. */
public enum Direction {
    IN,
    OUT;

    /** The name in the database; message key {@code duty.direction.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Direction of(String code) {
        return code.equals("out") ? OUT : IN;
    }
}
