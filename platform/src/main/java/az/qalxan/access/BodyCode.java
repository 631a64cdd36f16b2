package az.qalxan.access;

import java.util.regex.Pattern;

/** The code of an organisation, for example {@code dtx}; the directory knows the rest. */
public record BodyCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * @throws IllegalArgumentException unless it is 1 to 40 lower-case letters, digits and hyphens
     */
    public BodyCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a body's code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
