package az.qalxan.casework;

/**
 * How a case was suspended or closed.
 *
 * @param outcome code of the country pack's outcome
 * @param reason legal ground and reason, in words
 */
public record Ending(String outcome, String reason) {

    /** Of steps that end nothing. */
    public static final Ending NONE = new Ending("", "");
}
