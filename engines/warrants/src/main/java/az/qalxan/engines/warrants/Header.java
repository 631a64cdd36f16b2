package az.qalxan.engines.warrants;

/**
 * Who sends what to whom, and when.
 *
 * @param transaction joins a response to its request
 */
public record Header(
        Endpoint sender, Endpoint receiver, String transaction, Stamp timestamp, Version version) {

    /** Which edition of the standard and which national profile. */
    public record Version(String etsi, String profileOwner, String profileVersion) {}
}
