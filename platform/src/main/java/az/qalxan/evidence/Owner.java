package az.qalxan.evidence;

/**
 * Whose it lawfully is.
 *
 * @param name empty while nobody knows
 * @param contact how to reach them; may be empty
 */
public record Owner(String name, String contact) {

    public static final Owner UNKNOWN = new Owner("", "");

    public boolean known() {
        return !name.isEmpty();
    }
}
