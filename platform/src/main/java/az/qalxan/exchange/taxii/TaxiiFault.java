package az.qalxan.exchange.taxii;

/** Ends a request with an error message of TAXII 2.1 (section 3.6.1); thrown at the edge only. */
final class TaxiiFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String description;

    private TaxiiFault(int status, String title, String description) {
        super(title, null, false, false);
        this.status = status;
        this.title = title;
        this.description = description;
    }

    static TaxiiFault malformed(String description) {
        return new TaxiiFault(400, "The request or a filter cannot be understood", description);
    }

    static TaxiiFault forbidden(String description) {
        return new TaxiiFault(403, "The client may not do this", description);
    }

    static TaxiiFault notFound() {
        return new TaxiiFault(
                404,
                "There is no such resource for this client",
                "It does not exist, or the client may not know that it does.");
    }

    static TaxiiFault notAllowed() {
        return new TaxiiFault(405, "This resource does not take the method", "");
    }

    static TaxiiFault notAcceptable(String accept) {
        return new TaxiiFault(
                406,
                "No media type of this server is accepted",
                "Accept is " + accept + "; this server speaks " + TaxiiMedia.TAXII + ".");
    }

    static TaxiiFault tooLarge(int most) {
        return new TaxiiFault(
                413, "The body is too large", "At most " + most + " bytes are taken.");
    }

    static TaxiiFault unsupported(String type) {
        return new TaxiiFault(
                415,
                "The media type of the body is not supported",
                "Content-Type is " + type + "; this server reads " + TaxiiMedia.TAXII + ".");
    }

    static TaxiiFault unprocessable(String description) {
        return new TaxiiFault(422, "The body cannot be processed", description);
    }

    static TaxiiFault busy() {
        return new TaxiiFault(
                503,
                "The server cannot answer now",
                "Too much is being sent; send it again later.");
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
