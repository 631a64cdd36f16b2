package az.qalxan.command;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import picocli.CommandLine.Option;

/** A collection of a TAXII server, and who asks. */
final class TaxiiPlace {

    @Option(
            names = "--collection",
            required = true,
            description = "Address of the collection: …/collections/ID/.")
    URI collection = URI.create("");

    @Option(names = "--user", defaultValue = "", description = "Name of the program.")
    String user = "";

    @Option(names = "--password", defaultValue = "", description = "Its key.")
    String password = "";

    /** The address of its objects. */
    String objects() {
        String base = collection.toString();
        return (base.endsWith("/") ? base : base + "/") + "objects/";
    }

    /** Empty for nobody. */
    String authorization() {
        if (user.isEmpty()) {
            return password.isEmpty() ? "" : "Bearer " + password;
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
