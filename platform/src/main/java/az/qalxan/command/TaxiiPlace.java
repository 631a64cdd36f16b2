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

    /** The address of a status, which lies below the API root, not below the collection. */
    String status(String id) {
        return URI.create(objects()).resolve("../../../status/").resolve(id + "/").toString();
    }

    /** The place that was read, where it is not given by options. */
    static TaxiiPlace of(URI collection, String user, String password) {
        TaxiiPlace place = new TaxiiPlace();
        place.collection = collection;
        place.user = user;
        place.password = password;
        return place;
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
