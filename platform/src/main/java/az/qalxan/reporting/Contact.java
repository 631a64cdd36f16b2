package az.qalxan.reporting;

/**
 * How to reach the reporter outside this system; given only by those who want to be called.
 *
 * @param name empty when not given
 * @param phone empty when not given
 * @param email empty when not given
 */
public record Contact(String name, String phone, String email) {

    /** A reporter who is reached through the reference and the secret alone. */
    public static final Contact NONE = new Contact("", "", "");

    public boolean isEmpty() {
        return name.isEmpty() && phone.isEmpty() && email.isEmpty();
    }
}
